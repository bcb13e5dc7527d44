package org.protocolgate.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.DltAssessment;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;
import org.protocolgate.participant.SafetyReview;

/** Reads what is known of the participants around the one asked about; its dates have to be full. */
final class CohortIn {

    private CohortIn() {}

    static Cohort read(ObjectIn in) {
        Cohort cohort = new Cohort(
                Numbers.level(in, "level"),
                in.word("phase", Phase.class),
                in.text("cohort"),
                in.objects("decisions").stream()
                        .map(CohortIn::decision)
                        .filter(Objects::nonNull)
                        .toList(),
                in.objects("members").stream()
                        .map(CohortIn::member)
                        .filter(Objects::nonNull)
                        .toList());
        in.refuseOthers();
        return cohort;
    }

    private static Cohort.@Nullable DoseDecision decision(ObjectIn in) {
        in.require("kind", "level", "on");
        Cohort.DoseDecision.Kind kind = in.word("kind", Cohort.DoseDecision.Kind.class);
        BigDecimal level = Numbers.level(in, "level");
        PartialDate on = in.day("on");
        in.refuseOthers();
        return kind == null || level == null || on == null ? null : new Cohort.DoseDecision(kind, level, on.latest());
    }

    private static Cohort.@Nullable Member member(ObjectIn in) {
        in.require("participant", "level");
        String participant = in.text("participant");
        BigDecimal level = Numbers.level(in, "level");
        String cohort = in.text("cohort");
        Phase phase = in.word("phase", Phase.class);
        PartialDate started = in.day("infusionStarted");
        PartialDate completed = in.day("infusionCompleted");
        PartialDate authorised = in.day("authorisedFor");
        List<SafetyReview> reviews = each(in.objects("safetyReviews"), DatedFacts::safetyReview);
        List<DltAssessment> assessments = each(in.objects("dltAssessments"), DatedFacts::dltAssessment);
        in.refuseOthers();
        if (participant == null || level == null) {
            return null;
        }
        return new Cohort.Member(
                participant,
                level,
                cohort,
                phase,
                started,
                completed,
                authorised == null ? null : authorised.latest(),
                reviews,
                assessments);
    }

    /** Reads one of a member's records, of a full day. */
    private interface Reader<T> {
        @Nullable
        T read(ObjectIn in, Entry entry, @Nullable PartialDate on);
    }

    private static <T> List<T> each(List<ObjectIn> records, Reader<T> reader) {
        List<T> read = new ArrayList<>();
        for (ObjectIn in : records) {
            in.require("on");
            int rank = read.size();
            T one = reader.read(in, new Entry(Integer.toString(rank), rank, null), in.day("on"));
            in.refuseOthers();
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }
}
