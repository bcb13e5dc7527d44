package org.protocolgate.study;

import java.math.BigDecimal;

/** What the people of a clinic send, in JSON. */
final class Said {

    private Said() {}

    static String assignment(String level, String phase, String cohort, String on) {
        return "{\"type\": \"doseAssignment\", \"level\": \"" + level + "\", \"cohort\": \"" + cohort
                + "\", \"phase\": \"" + phase + "\", \"plannedCells\": " + level + ", \"on\": \"" + on + "\"}";
    }

    static String milestone(String kind, String on) {
        return "{\"type\": \"milestone\", \"kind\": \"" + kind + "\", \"on\": \"" + on + "\"}";
    }

    static String review(boolean risk, String on) {
        return "{\"type\": \"safetyReview\", \"significantRisk\": " + risk + ", \"on\": \"" + on + "\"}";
    }

    /** An answer on toxicity, by its keys with single quotes. */
    static String answer(String answer, String on) {
        return "{\"type\": \"dltAssessment\", " + answer.replace('\'', '"') + ", \"on\": \"" + on + "\"}";
    }

    /** That all topics were gone through with the participant. */
    static String allReviewed(String on) {
        return "{\"type\": \"review\", \"on\": \"" + on + "\", \"topics\": [\"MEDICATION\", \"VACCINATION\","
                + " \"MEDICAL_HISTORY\", \"PROCEDURE\", \"STUDY_PARTICIPATION\", \"CONTRACEPTION\"]}";
    }

    static String authorisation(String code, String on, BigDecimal level) {
        return "{\"participant\": \"" + code + "\", \"on\": \"" + on + "\", \"level\": \"" + level + "\"}";
    }

    static String doseDecision(String kind, String level) {
        return "{\"kind\": \"" + kind + "\", \"level\": \"" + level + "\", \"reason\": \"as discussed\"}";
    }
}
