/**
 * What happened, who did it and when, in chains of entries in which any alteration shows. Entries are added in the transaction
 * of what they tell of, so that neither is there without the other.
 */
@NullMarked
package org.protocolgate.audit;

import org.jspecify.annotations.NullMarked;
