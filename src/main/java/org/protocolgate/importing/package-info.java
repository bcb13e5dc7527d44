/**
 * Takes over what other systems hold of a participant, whatever format it came in: every record is taken, skipped or doubtful,
 * and is said to be so. The same record twice adds nothing, a changed one corrects what was taken of it before.
 */
@NullMarked
package org.protocolgate.importing;

import org.jspecify.annotations.NullMarked;
