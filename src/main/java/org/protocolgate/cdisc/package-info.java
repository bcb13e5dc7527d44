/**
 * Reads CDISC datasets (SDTM in Dataset-JSON 1.1) into facts of each subject. What a row leaves open stays open: a drug that went
 * on at a day of the past has no known end.
 */
@NullMarked
package org.protocolgate.cdisc;

import org.jspecify.annotations.NullMarked;
