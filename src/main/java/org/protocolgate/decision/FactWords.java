package org.protocolgate.decision;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.AdverseEvent;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Allergy;
import org.protocolgate.participant.Assessment;
import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Event;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Lasting;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Period;
import org.protocolgate.participant.Procedure;
import org.protocolgate.participant.StudyParticipation;
import org.protocolgate.participant.Vaccination;
import org.protocolgate.participant.Vital;

/** Facts told in a few words: what, and when. */
final class FactWords {

    private final Words words;

    FactWords(Words words) {
        this.words = words;
    }

    String of(Fact fact) {
        String type = fact.getClass().getSimpleName();
        Map<String, String> slots = new TreeMap<>();
        if (fact instanceof Dated dated) {
            slots.put("on", words.shown(dated.on()));
        }
        if (fact instanceof Lasting lasting) {
            slots.put("period", period(lasting.period()));
        }
        String kind = kind(fact);
        slots.put("kind", kind);
        String name = name(fact);
        slots.put("name", name == null ? kind : name);
        if (fact instanceof AdverseEvent event) {
            slots.put("grade", words.shown(event.grade()));
        }
        slots.put("value", value(fact));
        return words.say("fact." + Character.toLowerCase(type.charAt(0)) + type.substring(1), slots);
    }

    /** The kind of a fact in words; one of kind OTHER by its own name. */
    private String kind(Fact fact) {
        if (fact instanceof Condition condition) {
            return named(condition.kind(), condition.name());
        } else if (fact instanceof Procedure procedure) {
            return named(procedure.kind(), procedure.name());
        } else if (fact instanceof Vaccination vaccination) {
            return words.shown(vaccination.kind());
        } else if (fact instanceof Contraception contraception) {
            return words.shown(contraception.method());
        } else if (fact instanceof Milestone milestone) {
            return words.shown(milestone.kind());
        } else if (fact instanceof Agreement agreement) {
            return words.shown(agreement.kind());
        } else if (fact instanceof Assessment assessment) {
            return words.shown(assessment.kind());
        } else if (fact instanceof Event event) {
            return words.shown(event.kind());
        } else if (fact instanceof Lab lab) {
            return words.shown(lab.test());
        } else if (fact instanceof Vital vital) {
            return words.shown(vital.kind());
        }
        return words.shown(null);
    }

    private String named(Enum<?> kind, @Nullable String name) {
        return name != null && kind.name().equals("OTHER") ? name : words.shown(kind);
    }

    private static @Nullable String name(Fact fact) {
        if (fact instanceof Drug drug) {
            return drug.name() != null || drug.code() == null
                    ? drug.name()
                    : drug.code().system() + " " + drug.code().value();
        } else if (fact instanceof Allergy allergy) {
            return allergy.substance();
        } else if (fact instanceof StudyParticipation participation) {
            return participation.study();
        }
        return fact instanceof AdverseEvent event ? event.term() : null;
    }

    /** The value of a measurement with its unit, or its result. */
    private String value(Fact fact) {
        if (fact instanceof Lab lab) {
            return lab.value() == null ? words.shown(lab.result()) : amount(lab.value(), lab.unit());
        }
        return fact instanceof Vital vital && vital.value() != null
                ? amount(vital.value(), vital.unit())
                : words.shown(null);
    }

    private static String amount(BigDecimal value, @Nullable String unit) {
        return unit == null ? value.toPlainString() : value.toPlainString() + " " + unit;
    }

    private String period(Period period) {
        Map<String, String> ends = Map.of("start", words.shown(period.start()), "end", words.shown(period.end()));
        String known;
        if (period.ongoing()) {
            known = period.start() == null ? "ongoing-unknown" : "ongoing";
        } else if (period.start() == null) {
            known = period.end() == null ? "unknown" : "until";
        } else if (period.end() == null) {
            known = "since";
        } else {
            known = period.start().equals(period.end()) ? "day" : "between";
        }
        return words.say("period." + known, ends);
    }
}
