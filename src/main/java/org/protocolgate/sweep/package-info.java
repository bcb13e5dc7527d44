/**
 * Sweeps: every active participant is asked about what stands before it, on schedule or when somebody wants it. What changed is
 * kept, what did not is counted, and alerts follow.
 */
@NullMarked
package org.protocolgate.sweep;

import org.jspecify.annotations.NullMarked;
