/**
 * Reads FHIR R4 bundles of one patient into facts. Codes count by their system and value, dates stay as exact as they were, and
 * what a resource does not say is asked, never filled in.
 */
@NullMarked
package org.protocolgate.fhir;

import org.jspecify.annotations.NullMarked;
