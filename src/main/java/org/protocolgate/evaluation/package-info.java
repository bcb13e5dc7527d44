/**
 * Asks the rules: a dossier, a cohort, a question and a protocol version give an evaluation, and nothing else does.
 * Holds the clinical vocabulary that the rule files speak: windows, exposures, latest results, doses day by day. No clock, no input, no output.
 */
@NullMarked
package org.protocolgate.evaluation;

import org.jspecify.annotations.NullMarked;
