package org.protocolgate.odm;

import java.util.List;
import java.util.Map;
import org.protocolgate.importing.Reading;

/**
 * Clinical data as they were read.
 *
 * @param study the OID of the study: its records are known again by it; empty where there are no clinical data
 * @param format its name with the digest of the mapping, for the audit log
 * @param subjects readings by the participant's code, or by the subject's key where the mapping names no code for it
 * @param codes of participants, by the keys of subjects, as the mapping names them
 */
public record ClinicalData(
        String study, String format, Map<String, List<Reading>> subjects, Map<String, String> codes) {}
