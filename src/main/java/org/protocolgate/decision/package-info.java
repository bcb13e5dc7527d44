/**
 * Turns what the rules say into an answer: verdict, clearing dates, the earliest day, what is still to do, and sentences in
 * the reader's language. Decides nothing that a rule has not found.
 */
@NullMarked
package org.protocolgate.decision;

import org.jspecify.annotations.NullMarked;
