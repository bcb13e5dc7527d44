package org.protocolgate.odm;

import java.util.List;
import java.util.Map;

/**
 * Which items of a study become which facts.
 *
 * @param digest of its text
 * @param study the OID of the study
 * @param subjects codes of participants, by the keys of subjects that are called otherwise in the source
 */
record Mapping(String digest, String study, Map<String, String> subjects, List<MappedFact> facts) {}
