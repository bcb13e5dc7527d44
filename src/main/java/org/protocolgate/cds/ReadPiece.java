package org.protocolgate.cds;

import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;

/**
 * A piece and what was read of it.
 *
 * @param reading null where it is no resource
 * @param along whether it came along as prefetch, and is not what the hook is about
 */
record ReadPiece(Piece piece, @Nullable Reading reading, boolean along) {}
