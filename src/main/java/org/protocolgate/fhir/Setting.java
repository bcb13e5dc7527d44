package org.protocolgate.fhir;

import java.util.Map;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.ResearchStudy;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Terminology;

/**
 * What a resource is read in the light of.
 *
 * @param study the registry identifier of our study
 * @param sex the participant's, as recorded here
 * @param birthDate likewise, as exact as it is known
 * @param medications of the bundle, by every way of referring to them
 * @param studies likewise
 */
record Setting(
        Codes codes,
        Terminology terminology,
        String study,
        String sex,
        @Nullable String birthDate,
        Map<String, Medication> medications,
        Map<String, ResearchStudy> studies) {}
