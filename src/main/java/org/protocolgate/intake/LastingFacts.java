package org.protocolgate.intake;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.AdverseEvent;
import org.protocolgate.participant.Allergy;
import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Period;
import org.protocolgate.participant.Procedure;
import org.protocolgate.participant.StudyParticipation;
import org.protocolgate.participant.Vaccination;

/** Reads facts that hold over a period, whose ends may be unknown. */
final class LastingFacts {

    private static final int WORST_GRADE = 5;
    private static final int WORST_NYHA_CLASS = 4;
    private static final String NO_CLASS = "NONE";

    static final Map<String, FactsIn.Reader> TYPES = Map.of(
            "drug", LastingFacts::drug,
            "condition", LastingFacts::condition,
            "procedure", LastingFacts::procedure,
            "vaccination", LastingFacts::vaccination,
            "allergy", LastingFacts::allergy,
            "contraception", LastingFacts::contraception,
            "studyParticipation", LastingFacts::studyParticipation,
            "adverseEvent", LastingFacts::adverseEvent);

    private LastingFacts() {}

    static Drug drug(ObjectIn in, Entry entry) {
        return new Drug(
                entry,
                code(in),
                in.text("name"),
                in.word("route", Drug.Route.class),
                dose(in),
                period(in),
                in.text("indication"),
                classes(in));
    }

    private static Drug.@Nullable Code code(ObjectIn drug) {
        ObjectIn in = drug.object("code");
        if (in == null) {
            return null;
        }
        in.require("system", "value");
        Drug.Code.CodeSystem system = in.word("system", Drug.Code.CodeSystem.class);
        String value = in.text("value");
        in.refuseOthers();
        return system == null || value == null ? null : new Drug.Code(system, value);
    }

    private static Drug.@Nullable Quantity dose(ObjectIn drug) {
        ObjectIn in = drug.object("dailyDose");
        if (in == null) {
            return null;
        }
        BigDecimal value = in.number("value");
        String unit = in.text("unit");
        in.refuseOthers();
        return value == null ? null : new Drug.Quantity(value, unit);
    }

    /** The classes a person has given the drug; an empty set says that it is of none, null that nobody has. */
    private static @Nullable Set<DrugClass> classes(ObjectIn drug) {
        List<String> texts = drug.texts("classifiedAs");
        if (texts.isEmpty()) {
            return null;
        }
        if (texts.contains(NO_CLASS)) {
            if (texts.size() > 1) {
                drug.fault("classifiedAs", NO_CLASS + " beside a class");
            }
            return Set.of();
        }
        Set<DrugClass> classes = EnumSet.noneOf(DrugClass.class);
        classes.addAll(drug.words("classifiedAs", DrugClass.class));
        return classes;
    }

    private static @Nullable Fact condition(ObjectIn in, Entry entry) {
        in.require("kind");
        Condition.Kind kind = in.word("kind", Condition.Kind.class);
        Condition read = new Condition(
                entry,
                kind == null ? Condition.Kind.OTHER : kind,
                in.text("name"),
                period(in),
                Numbers.count(in, "grade", 0, WORST_GRADE),
                Numbers.count(in, "nyhaClass", 1, WORST_NYHA_CLASS),
                in.flag("controlled"),
                in.flag("symptomatic"),
                in.word("histologicalClass", Condition.NephritisClass.class),
                in.text("exemption"));
        return kind == null ? null : read;
    }

    private static @Nullable Fact procedure(ObjectIn in, Entry entry) {
        in.require("kind");
        Procedure.Kind kind = in.word("kind", Procedure.Kind.class);
        String name = in.text("name");
        Period period = period(in);
        String reason = in.text("reason");
        boolean planned = in.isTrue("planned");
        return kind == null ? null : new Procedure(entry, kind, name, period, reason, planned);
    }

    private static Fact vaccination(ObjectIn in, Entry entry) {
        return new Vaccination(entry, in.word("kind", Vaccination.Kind.class), in.text("name"), period(in));
    }

    private static Fact allergy(ObjectIn in, Entry entry) {
        Period period = period(in);
        boolean undated = period.start() == null && period.end() == null && !period.ongoing();
        return new Allergy(
                entry,
                in.text("substance"),
                in.word("severity", Allergy.Severity.class),
                undated ? Period.always() : period);
    }

    private static Fact contraception(ObjectIn in, Entry entry) {
        in.text("name");
        return new Contraception(entry, in.word("method", Contraception.Method.class), period(in));
    }

    private static Fact studyParticipation(ObjectIn in, Entry entry) {
        return new StudyParticipation(
                entry,
                in.text("study"),
                period(in),
                in.date("lastDose"),
                in.number("halfLifeDays"),
                in.isTrue("noProduct"));
    }

    private static Fact adverseEvent(ObjectIn in, Entry entry) {
        return new AdverseEvent(entry, in.text("term"), Numbers.count(in, "grade", 0, WORST_GRADE), period(in));
    }

    private static Period period(ObjectIn in) {
        PartialDate on = in.date("on");
        PartialDate start = in.date("start");
        PartialDate end = in.date("end");
        boolean ongoing = in.isTrue("ongoing");
        if (in.has("on") && (in.has("start") || in.has("end"))) {
            in.fault("on", "one day beside a start or an end: give the one or the other");
        }
        if (ongoing && in.has("on")) {
            in.fault("ongoing", "ongoing, but on one day");
        }
        if (ongoing && in.has("end")) {
            in.fault("ongoing", "ongoing, but with an end");
        }
        if (start != null && end != null && end.latest().isBefore(start.earliest())) {
            in.fault("end", "certainly before the start");
        }
        if (on != null) {
            return Period.on(on);
        }
        return ongoing ? Period.ongoingSince(start) : Period.between(start, end);
    }
}
