package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;

/** Observations become results of the laboratory and vital signs, those that a criterion asks for. */
final class Observations {

    private static final String PREGNANT = "77386006";
    private static final String PREGNANT_ANSWER = "LA15173-0";

    private Observations() {}

    static void read(Observation observation, Setting setting, Draft draft) {
        String status = observation.hasStatus() ? observation.getStatus().toCode() : "unknown";
        List<String> loinc = Codes.in(observation.getCode(), "LOINC");
        List<CodeTable.Row> rows = loinc.stream()
                .map(setting.codes().observations::row)
                .filter(Objects::nonNull)
                .toList();
        if (status.equals("entered-in-error")) {
            draft.takeBack("entered in error");
        } else if (status.equals("cancelled")) {
            draft.takeBack("cancelled");
        } else if (loinc.isEmpty()) {
            draft.none("has no LOINC code: what was measured is not known");
        } else if (rows.isEmpty()) {
            draft.skip("no criterion asks for what was measured");
        } else if (rows.stream().map(CodeTable.Row::becomes).distinct().count() > 1) {
            draft.none("its codes contradict each other");
        } else if (rows.get(0).becomes().equals("UNUSED")) {
            draft.skip(rows.get(0).get("why"));
        } else if (!List.of("final", "amended", "corrected").contains(status)) {
            draft.none("not final: its status is " + status);
        } else {
            take(observation, rows.get(0), setting, draft);
        }
    }

    private static void take(Observation observation, CodeTable.Row row, Setting setting, Draft draft) {
        String on = Times.day(observation.getEffective());
        if (on == null) {
            draft.none("does not say on which day it was taken");
        } else if (row.get("type").equals("vital")) {
            vital(observation, row, on, draft);
        } else if (row.get("type").equals("lab")) {
            lab(observation, row.becomes(), on, setting, draft);
        } else {
            pregnancy(observation, draft);
        }
    }

    private static void lab(Observation observation, String test, String on, Setting setting, Draft draft) {
        ObjectNode fact = draft.fact("lab");
        fact.put("test", test).put("on", on);
        String answer = answer(observation, setting.codes());
        if (answer != null) {
            fact.put("result", answer);
        }
        Quantity quantity = quantity(observation);
        String unit = quantity == null ? null : unit(quantity);
        if (quantity != null && quantity.hasComparator()) {
            draft.doubt(Remark.of(
                    "value",
                    quantity.getComparator().toCode() + quantity.getValue(),
                    "a bound, not a value; it was left out"));
        } else if (quantity != null) {
            Amount amount = amount(test, quantity.getValue(), unit);
            fact.put("value", amount.value());
            Times.put(fact, "unit", amount.unit());
            limit(observation, amount, fact, draft);
            if (amount.unit() == null && !test.equals("INR")) {
                draft.doubt(Remark.of("unit", null, "no unit is said"));
            }
        }
        if (!fact.has("value") && answer == null) {
            draft.none("gives no result that can be taken");
        } else if (LabTests.isQualitative(test) && answer == null) {
            draft.none("gives a number, but not whether it is positive or negative");
        } else if (LabTests.needsLimit(test) && !fact.has("upperLimit")) {
            draft.doubt(
                    Remark.of("upperLimit", null, "the upper limit of normal is not said, or in no unit to compare"));
        } else if (test.equals("CREATININE")
                && !LabTests.CREATININE.contains(fact.path("unit").asText())) {
            draft.doubt(Remark.of("unit", unit, "cannot be converted into mg/dL or umol/L"));
        }
    }

    /** A value and its unit. */
    private record Amount(BigDecimal value, @Nullable String unit) {}

    private static Amount amount(String test, BigDecimal value, @Nullable String unit) {
        if (test.equals("CREATININE") && unit != null) {
            for (String of : LabTests.CREATININE) {
                BigDecimal converted = Units.convert(value, unit, of);
                if (converted != null) {
                    return new Amount(converted, of);
                }
            }
        }
        return new Amount(value, unit);
    }

    private static void limit(Observation observation, Amount amount, ObjectNode fact, Draft draft) {
        List<Quantity> highs = observation.getReferenceRange().stream()
                .filter(range -> range.hasHigh() && range.getHigh().hasValue())
                .filter(range -> !range.hasAppliesTo() && !range.hasAge())
                .filter(range -> !range.hasType() || Codes.has(range.getType(), "normal"))
                .map(Observation.ObservationReferenceRangeComponent::getHigh)
                .toList();
        if (highs.size() > 1) {
            draft.doubt(Remark.of("upperLimit", null, "several reference ranges: which holds is not said"));
        }
        if (highs.size() != 1 || observation.getReferenceRange().size() != 1) {
            return;
        }
        String unit = unit(highs.get(0));
        BigDecimal high = highs.get(0).getValue();
        // a limit without a unit is one in the unit of the value that it stands beside
        BigDecimal limit = unit == null || amount.unit() == null || unit.equals(amount.unit())
                ? high
                : Units.convert(high, unit, amount.unit());
        if (limit != null) {
            fact.put("upperLimit", limit);
        }
    }

    private static void vital(Observation observation, CodeTable.Row row, String on, Draft draft) {
        Quantity quantity = quantity(observation);
        String kind = row.becomes();
        String wanted = kind.equals("WEIGHT") ? "kg" : "%";
        String unit = quantity == null ? null : unit(quantity);
        if (quantity == null || quantity.hasComparator()) {
            draft.none("gives no value");
            return;
        }
        BigDecimal value = unit == null ? null : Units.convert(quantity.getValue(), unit, wanted);
        if (value == null) {
            draft.none("its unit, " + unit + ", cannot be converted into " + wanted);
            return;
        }
        ObjectNode fact = draft.fact("vital");
        fact.put("kind", kind).put("value", value).put("unit", wanted).put("on", on);
        if (kind.equals("LVEF")) {
            boolean echo = row.get("why").equals("ECHO")
                    || Codes.in(observation.getMethod(), "SNOMED").contains("40701008");
            if (echo) {
                fact.put("method", "ECHO");
            } else {
                draft.doubt(Remark.of("method", null, "whether it was by echocardiography is not said"));
            }
        }
        if (kind.equals("SPO2")) {
            Boolean air = RoomAir.of(observation);
            if (air == null) {
                draft.doubt(Remark.of("onRoomAir", null, "whether it was on room air is not said"));
            } else {
                fact.put("onRoomAir", air);
            }
        }
    }

    private static void pregnancy(Observation observation, Draft draft) {
        CodeableConcept value =
                observation.getValue() instanceof CodeableConcept concept ? concept : new CodeableConcept();
        if (Codes.in(value, "SNOMED").contains(PREGNANT)
                || Codes.in(value, "LOINC").contains(PREGNANT_ANSWER)) {
            ObjectNode fact = draft.fact("condition");
            fact.put("kind", "PREGNANCY");
            draft.doubt(Remark.of("start", null, "pregnant; since when and until when is not said"));
        } else {
            draft.skip("does not say that there is a pregnancy; whether there is none, a test of serum tells");
        }
    }

    /** The one answer that value and interpretation give; none where they give several. */
    private static @Nullable String answer(Observation observation, Codes codes) {
        List<String> answers = Stream.concat(
                        Stream.ofNullable(answer(observation.getValue(), codes)),
                        observation.getInterpretation().stream()
                                .flatMap(concept -> Stream.ofNullable(codes.answer(concept))))
                .distinct()
                .toList();
        return answers.size() == 1 ? answers.get(0) : null;
    }

    private static @Nullable String answer(@Nullable Type value, Codes codes) {
        if (value instanceof CodeableConcept concept) {
            return codes.answer(concept);
        }
        return value instanceof StringType text && text.hasValue() ? codes.answer(text.getValue()) : null;
    }

    private static @Nullable Quantity quantity(Observation observation) {
        return observation.getValue() instanceof Quantity quantity && quantity.hasValue() ? quantity : null;
    }

    static @Nullable String unit(Quantity quantity) {
        return quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
    }
}
