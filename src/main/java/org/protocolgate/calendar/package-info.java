/**
 * What lies ahead of the participants, by day, as a calendar that people subscribe to. Every day in it is one that an answer of
 * the rules, a plan or an authorisation names; none is counted here.
 */
@NullMarked
package org.protocolgate.calendar;

import org.jspecify.annotations.NullMarked;
