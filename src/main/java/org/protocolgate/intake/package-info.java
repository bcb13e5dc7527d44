/**
 * Reads what others send into the participant's words, and names every fault by its place. Nothing is guessed: what is
 * missing stays missing, and what is not understood is refused.
 */
@NullMarked
package org.protocolgate.intake;

import org.jspecify.annotations.NullMarked;
