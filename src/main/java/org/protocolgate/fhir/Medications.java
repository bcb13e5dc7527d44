package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;

/** Statements, requests and administrations of drugs become drugs. That one was stopped is no end unless it says when. */
final class Medications {

    private static final String NO_END = "stopped or completed, but not when: the end is not known and is never a pass";

    private Medications() {}

    static void read(MedicationStatement statement, Setting setting, Draft draft) {
        String status = statement.hasStatus() ? statement.getStatus().toCode() : "unknown";
        switch (status) {
            case "entered-in-error" -> draft.takeBack("entered in error");
            case "not-taken" -> draft.takeBack("not taken");
            default -> {
                DrugReading drug = DrugReading.of(statement.getMedication(), statement, setting, draft);
                if (drug != null) {
                    drug.dosage(statement.getDosage());
                    drug.indication(statement.getReasonCode());
                    stated(statement, status, drug, draft);
                }
            }
        }
    }

    private static void stated(MedicationStatement statement, String status, DrugReading drug, Draft draft) {
        ObjectNode fact = drug.fact();
        boolean goesOn = status.equals("active");
        if (statement.getEffective() instanceof Period period) {
            Times.put(fact, "start", Times.start(period));
            end(fact, Times.end(period), goesOn, drug);
            if (Times.start(period) == null) {
                drug.endNotKnown("since when is not said");
            }
        } else {
            // one day on which it was taken says neither the first nor the last
            end(fact, null, goesOn, drug);
            String on = statement.getEffective() instanceof DateTimeType day ? Times.text(day) : null;
            drug.endNotKnown(on == null ? "since when is not said" : "taken on " + on + "; since when is not said");
        }
        if (status.equals("intended") || status.equals("unknown") || status.equals("on-hold")) {
            draft.doubt("its status is " + status + ": whether it is taken is not said");
        }
    }

    private static void end(ObjectNode fact, @Nullable String end, boolean goesOn, DrugReading drug) {
        if (end != null) {
            fact.put("end", end);
        } else if (goesOn) {
            fact.put("ongoing", true);
        } else {
            drug.endNotKnown(NO_END);
        }
    }

    static void read(MedicationRequest request, Setting setting, Draft draft) {
        String status = request.hasStatus() ? request.getStatus().toCode() : "unknown";
        String intent = request.hasIntent() ? request.getIntent().toCode() : "";
        if (status.equals("entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (status.equals("cancelled")) {
            draft.takeBack("cancelled before anything was given");
        } else if (request.getDoNotPerform()) {
            draft.takeBack("an order not to give it");
        } else if (status.equals("draft") || !intent.endsWith("order")) {
            draft.skip(
                    "not an order: " + (status.equals("draft") ? "a draft" : intent.isEmpty() ? "no intent" : intent));
        } else {
            DrugReading drug = DrugReading.of(request.getMedication(), request, setting, draft);
            if (drug != null) {
                drug.dosage(request.getDosageInstruction());
                drug.indication(request.getReasonCode());
                ordered(request, status, drug, draft);
            }
        }
    }

    private static void ordered(MedicationRequest request, String status, DrugReading drug, Draft draft) {
        ObjectNode fact = drug.fact();
        Period bounds = bounds(request.getDosageInstruction());
        String start = bounds == null ? null : Times.start(bounds);
        Times.put(fact, "start", start == null ? Times.text(request.getAuthoredOnElement()) : start);
        if (!fact.has("start")) {
            drug.endNotKnown("since when is not said");
        } else if (start == null) {
            draft.note("from an order: it begins with the day on which it was ordered");
        }
        String end = bounds == null ? null : Times.end(bounds);
        switch (status) {
            case "active" -> {
                if (end == null && isForAWhile(request.getDosageInstruction())) {
                    drug.endNotKnown("ordered for a while, and until when is not said as a date: the end is not known");
                } else {
                    end(fact, end, true, drug);
                }
            }
            case "completed" -> end(fact, end, false, drug);
            case "stopped" -> drug.endNotKnown(end == null ? NO_END : NO_END + "; it was planned until " + end);
            default -> {
                drug.endNotKnown("its status is " + status + ": whether it is taken is not said");
            }
        }
    }

    /** Whether a dosage says how long, or how often in all, and not until when. */
    private static boolean isForAWhile(List<Dosage> dosages) {
        return dosages.stream()
                .map(dosage -> dosage.getTiming().getRepeat())
                .anyMatch(repeat -> repeat.hasCount()
                        || repeat.getBounds() instanceof Duration
                        || repeat.getBounds() instanceof Range);
    }

    private static @Nullable Period bounds(List<Dosage> dosages) {
        if (dosages.size() != 1) {
            return null;
        }
        Timing.TimingRepeatComponent repeat = dosages.get(0).getTiming().getRepeat();
        return repeat.getBounds() instanceof Period period ? period : null;
    }

    static void read(MedicationAdministration given, Setting setting, Draft draft) {
        String status = given.hasStatus() ? given.getStatus().toCode() : "unknown";
        switch (status) {
            case "entered-in-error" -> draft.takeBack("entered in error");
            case "not-done" -> draft.takeBack("not given");
            default -> {
                DrugReading drug = DrugReading.of(given.getMedication(), given, setting, draft);
                if (drug != null) {
                    given(given, status, drug, draft);
                }
            }
        }
    }

    private static void given(MedicationAdministration given, String status, DrugReading drug, Draft draft) {
        ObjectNode fact = drug.fact();
        drug.indication(given.getReasonCode());
        String day = Times.day(given.getEffective());
        MedicationAdministration.MedicationAdministrationDosageComponent dosage = given.getDosage();
        var routes = dosage.hasRoute() ? List.of(dosage.getRoute()) : List.<org.hl7.fhir.r4.model.CodeableConcept>of();
        if (day != null && !status.equals("in-progress")) {
            fact.put("on", day);
            drug.given(dosage.getDose(), routes);
        } else {
            drug.route(routes);
            if (given.getEffective() instanceof Period period) {
                Times.put(fact, "start", Times.start(period));
                end(fact, Times.end(period), status.equals("in-progress"), drug);
            } else {
                Times.put(fact, "start", day);
                end(fact, null, status.equals("in-progress"), drug);
            }
        }
        if (status.equals("unknown") || status.equals("on-hold")) {
            draft.doubt(Remark.of("status", status, "whether it was given is not said"));
        }
    }
}
