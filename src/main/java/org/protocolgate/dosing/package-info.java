/**
 * What can be counted of a dose level and what designs for finding a dose advise by it. Pure: who is in the level and which day
 * it is are arguments, and advice is never a gate.
 */
@NullMarked
package org.protocolgate.dosing;

import org.jspecify.annotations.NullMarked;
