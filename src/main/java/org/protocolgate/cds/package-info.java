/**
 * Answers other systems by CDS Hooks 2.0: cards for the participant before whom their user stands, by what is recorded here and,
 * for the worse alone, by what they send along. Asks the study and keeps which cards were shown; calls nobody.
 */
@NullMarked
package org.protocolgate.cds;

import org.jspecify.annotations.NullMarked;
