package org.protocolgate.intake;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Assessment;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.DltAssessment;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Event;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Judgement;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.SafetyReview;
import org.protocolgate.participant.Vital;

/** Reads facts of one day, which each has to name. */
final class DatedFacts {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final Set<Lab.Test> QUALITATIVE = EnumSet.range(Lab.Test.ANA, Lab.Test.HCV_RNA);

    static final Map<String, FactsIn.Reader> TYPES = Map.ofEntries(
            Map.entry("milestone", DatedFacts::milestone),
            Map.entry("consent", DatedFacts::consent),
            Map.entry("agreement", DatedFacts::agreement),
            Map.entry("lab", DatedFacts::lab),
            Map.entry("vital", DatedFacts::vital),
            Map.entry("assessment", DatedFacts::assessment),
            Map.entry("judgement", DatedFacts::judgement),
            Map.entry("review", DatedFacts::review),
            Map.entry("doseAssignment", DatedFacts::doseAssignment),
            Map.entry("event", DatedFacts::event),
            Map.entry("dltAssessment", DatedFacts::dltAssessment),
            Map.entry("safetyReview", DatedFacts::safetyReview));

    private DatedFacts() {}

    private static @Nullable Fact milestone(ObjectIn in, Entry entry) {
        in.require("kind", "on");
        Milestone.Kind kind = in.word("kind", Milestone.Kind.class);
        PartialDate on = in.date("on");
        return kind == null || on == null ? null : new Milestone(entry, kind, on);
    }

    private static @Nullable Fact consent(ObjectIn in, Entry entry) {
        in.require("on");
        PartialDate on = in.date("on");
        PartialDate withdrawn = in.date("withdrawnOn");
        String version = in.text("protocolVersion");
        return on == null ? null : new Consent(entry, on, withdrawn, version);
    }

    private static @Nullable Fact agreement(ObjectIn in, Entry entry) {
        in.require("kind", "given", "on");
        Agreement.Kind kind = in.word("kind", Agreement.Kind.class);
        Boolean given = in.flag("given");
        PartialDate on = in.date("on");
        return kind == null || given == null || on == null ? null : new Agreement(entry, kind, given, on);
    }

    private static @Nullable Fact lab(ObjectIn in, Entry entry) {
        in.require("test", "on");
        Lab.Test test = in.word("test", Lab.Test.class);
        BigDecimal value = test == Lab.Test.CREATININE ? Numbers.aboveZero(in, "value") : in.number("value");
        Lab.Result result = in.word("result", Lab.Result.class);
        if (test != null && QUALITATIVE.contains(test)) {
            in.require("result");
        } else if (!in.has("value") && !in.has("result")) {
            in.fault("", "a value or a result is missing");
        }
        String unit = in.text("unit");
        BigDecimal limit = Numbers.aboveZero(in, "upperLimit");
        boolean hydrated = in.isTrue("hydrated");
        PartialDate on = in.date("on");
        percentage(in, value, "%".equals(unit));
        return test == null || on == null ? null : new Lab(entry, test, value, unit, limit, result, hydrated, on);
    }

    private static @Nullable Fact vital(ObjectIn in, Entry entry) {
        in.require("kind", "on");
        Vital.Kind kind = in.word("kind", Vital.Kind.class);
        BigDecimal value = kind == Vital.Kind.WEIGHT ? Numbers.aboveZero(in, "value") : in.number("value");
        PartialDate on = in.date("on");
        String unit = in.text("unit");
        Boolean onRoomAir = in.flag("onRoomAir");
        String method = in.text("method");
        percentage(in, value, kind == Vital.Kind.SPO2 || kind == Vital.Kind.LVEF || "%".equals(unit));
        return kind == null || on == null ? null : new Vital(entry, kind, value, unit, onRoomAir, method, on);
    }

    private static void percentage(ObjectIn in, @Nullable BigDecimal value, boolean expected) {
        if (expected && value != null && value.compareTo(ALL) > 0) {
            in.fault("value", "a percentage above 100");
        }
    }

    private static @Nullable Fact assessment(ObjectIn in, Entry entry) {
        in.require("kind", "on");
        Assessment.Kind kind = in.word("kind", Assessment.Kind.class);
        BigDecimal total = in.number("total");
        List<String> items = in.texts("items");
        Boolean classified = in.flag("classified");
        Boolean anaEntry = in.flag("anaEntry");
        List<Assessment.Organ> organs = in.words("organs", Assessment.Organ.class);
        PartialDate on = in.date("on");
        return kind == null || on == null
                ? null
                : new Assessment(entry, kind, total, items, classified, anaEntry, organs, on);
    }

    private static @Nullable Fact judgement(ObjectIn in, Entry entry) {
        in.require("criterion", "on");
        String criterion = in.text("criterion");
        Boolean excludes = in.flag("excludes");
        String by = in.text("by");
        PartialDate on = in.date("on");
        return criterion == null || on == null ? null : new Judgement(entry, criterion, excludes, by, on);
    }

    private static @Nullable Fact review(ObjectIn in, Entry entry) {
        in.require("on");
        Set<Review.Topic> topics = EnumSet.noneOf(Review.Topic.class);
        topics.addAll(in.words("topics", Review.Topic.class));
        Review.Topic topic = in.word("topic", Review.Topic.class);
        if (topic != null) {
            topics.add(topic);
        }
        if (!in.has("topic") && in.texts("topics").isEmpty()) {
            in.fault("topic", "is missing (topic or topics)");
        }
        PartialDate on = in.date("on");
        return on == null ? null : new Review(entry, topics, on);
    }

    private static @Nullable Fact doseAssignment(ObjectIn in, Entry entry) {
        in.require("on");
        BigDecimal level = Numbers.level(in, "level");
        String cohort = in.text("cohort");
        Phase phase = in.word("phase", Phase.class);
        BigDecimal planned = Numbers.aboveZero(in, "plannedCells");
        PartialDate on = in.date("on");
        return on == null ? null : new DoseAssignment(entry, level, cohort, phase, planned, on);
    }

    private static @Nullable Fact event(ObjectIn in, Entry entry) {
        in.require("kind", "on");
        Event.Kind kind = in.word("kind", Event.Kind.class);
        PartialDate on = in.date("on");
        return kind == null || on == null ? null : new Event(entry, kind, on);
    }

    private static @Nullable Fact dltAssessment(ObjectIn in, Entry entry) {
        in.require("on");
        return dltAssessment(in, entry, in.date("on"));
    }

    /** An assessment of the day given; shared with the members of a cohort, whose days have to be full. */
    static @Nullable DltAssessment dltAssessment(ObjectIn in, Entry entry, @Nullable PartialDate on) {
        Boolean dlt = in.flag("dlt");
        DltAssessment.EarlyCompletion early = in.word("earlyCompletion", DltAssessment.EarlyCompletion.class);
        return on == null ? null : new DltAssessment(entry, dlt, early, on);
    }

    private static @Nullable Fact safetyReview(ObjectIn in, Entry entry) {
        in.require("on");
        return safetyReview(in, entry, in.date("on"));
    }

    /** A review of the day given; shared with the members of a cohort, whose days have to be full. */
    static @Nullable SafetyReview safetyReview(ObjectIn in, Entry entry, @Nullable PartialDate on) {
        Boolean risk = in.flag("significantRisk");
        String by = in.text("by");
        return on == null ? null : new SafetyReview(entry, risk, by, on);
    }
}
