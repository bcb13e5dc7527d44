package org.protocolgate.testing;

import static org.protocolgate.testing.Trial.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** People of whom no more is recorded than their dose level has to know, and what is then seen of the level. */
public record LevelPeople(Trial trial, String level) {

    public void assign(String code) {
        assign(code, "ESCALATION");
    }

    public void assign(String code, String phase) {
        trial.enrol(code);
        trial.record(
                code,
                "[{\"type\": \"doseAssignment\", \"level\": \"" + level + "\", \"cohort\": \"A\", \"phase\": \"" + phase
                        + "\", \"plannedCells\": " + level + ", \"on\": \"2025-12-01\"}]");
    }

    /** Enrols somebody whose infusion was begun and completed on a day. */
    public void infuse(String code, String on) {
        assign(code);
        trial.reach(code, "INFUSION_STARTED", on);
        trial.reach(code, "INFUSION_COMPLETED", on);
    }

    public void review(String code, String on, boolean risk) {
        trial.record(code, "[{\"type\": \"safetyReview\", \"significantRisk\": " + risk + ", \"on\": \"" + on + "\"}]");
    }

    /**
     * Signs an answer on toxicity.
     *
     * @param answer the keys of it, with single quotes
     */
    public void answer(String code, String answer, String on) {
        trial.record(
                code, "[{\"type\": \"dltAssessment\", " + answer.replace('\'', '"') + ", \"on\": \"" + on + "\"}]");
    }

    public void decide(String kind, String other) {
        expect(trial.decideOnLevel(level, kind, other), 201);
    }

    public JsonNode seen() {
        return trial.get("/api/levels/" + level);
    }

    public JsonNode member(String code) {
        for (JsonNode member : seen().get("members")) {
            if (member.get("participant").asText().equals(code)) {
                return member;
            }
        }
        throw new AssertionError(code + " is no member");
    }

    /** The day of the next possible infusion, and what stands in the way or has to be confirmed: "2026-03-10 SENT-01 PROVISIONAL". */
    public String next() {
        return next(seen());
    }

    public static String next(JsonNode level) {
        List<String> next = new ArrayList<>();
        next.add(level.at("/nextInfusion/on").asText());
        for (JsonNode standing : level.at("/nextInfusion/standing")) {
            next.add(standing.get("id").asText());
            next.add(standing.get("status").asText());
        }
        return String.join(" ", next);
    }

    /** How many are treated, evaluable and had a toxicity: "3 2 1". */
    public String counts() {
        return counts(seen());
    }

    public static String counts(JsonNode level) {
        JsonNode numbers = level.get("numbers");
        return numbers.get("treated") + " " + numbers.get("evaluable") + " " + numbers.get("dlts");
    }
}
