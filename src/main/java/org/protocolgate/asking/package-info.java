/**
 * Takes a question in JSON and gives the answer as it is sent, whichever edge of the program it came in by. Asks the clock
 * where the question does not say when it is asked, and decides nothing itself.
 */
@NullMarked
package org.protocolgate.asking;

import org.jspecify.annotations.NullMarked;
