/**
 * Tells decisions, alerts and entries of the audit log in the words of FHIR R4. Nothing is added to what was answered, and every
 * text that somebody wrote is escaped where it stands in a narrative.
 */
@NullMarked
package org.protocolgate.fhirout;

import org.jspecify.annotations.NullMarked;
