/**
 * What monitors ask about a participant or one of its records, and what coordinators and investigators answer. Messages are added
 * and never changed, each with its entry in the participant's chain of the audit log, where texts are by their digest alone.
 */
@NullMarked
package org.protocolgate.query;

import org.jspecify.annotations.NullMarked;
