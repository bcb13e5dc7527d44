package org.protocolgate.fhir;

import java.util.List;
import java.util.Set;

/** What a result of a test needs to be of use. */
final class LabTests {

    /** The units in which creatinine is read. */
    static final List<String> CREATININE = List.of("mg/dL", "umol/L");

    private static final Set<String> QUALITATIVE = Set.of(
            "ANA", "ANTI_DSDNA", "ANTI_SM", "HCG_SERUM", "HIV", "SYPHILIS", "HBSAG", "HBV_DNA", "HCV_AB", "HCV_RNA");
    private static final Set<String> BY_LIMIT = Set.of("ALT", "AST", "TOTAL_BILIRUBIN", "INR", "APTT");

    private LabTests() {}

    /** Whether it is held against being positive or negative. */
    static boolean isQualitative(String test) {
        return QUALITATIVE.contains(test);
    }

    /** Whether it is held against the upper limit of normal. */
    static boolean needsLimit(String test) {
        return BY_LIMIT.contains(test);
    }
}
