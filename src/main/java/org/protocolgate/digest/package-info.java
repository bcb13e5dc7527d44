/**
 * The digest: one mail a day to each recipient with what is open, what is due soon and what was resolved. Of a participant it
 * tells the code and the criteria, and no reason.
 */
@NullMarked
package org.protocolgate.digest;

import org.jspecify.annotations.NullMarked;
