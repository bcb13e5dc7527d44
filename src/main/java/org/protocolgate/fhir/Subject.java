package org.protocolgate.fhir;

import org.jspecify.annotations.Nullable;

/**
 * The participant whose bundle is read.
 *
 * @param study the registry identifier of our study
 * @param sex MALE or FEMALE, as recorded here
 * @param birthDate as exact as it is known here
 */
public record Subject(String study, String sex, @Nullable String birthDate) {}
