package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;

/**
 * The background treatment up to the start of screening, day by day: the prednisone-equivalent of systemic glucocorticoids, and of each
 * immunosuppressant or biologic its summed daily dose. Drugs that nobody can read are told apart from the others.
 */
public final class Background {

    private final List<DrugExposure> exposures;
    private final Equivalence equivalence;
    private final Map<String, Treatment> treatments = new HashMap<>();

    private final Screening screening;

    Background(List<DrugExposure> exposures, Equivalence equivalence, Screening screening) {
        this.exposures = exposures;
        this.equivalence = equivalence;
        this.screening = screening;
    }

    /** What was taken over the span up to and including the start of screening. */
    public Treatment over(String span) {
        return treatments.computeIfAbsent(span, s -> new Treatment(screening.windowBefore(s)));
    }

    /** The treatment of one window. */
    public final class Treatment {

        private final List<DayRange> days;
        private final List<DrugExposure> touching;
        private final List<Course> courses = new ArrayList<>();

        private Treatment(Window window) {
            touching = exposures.stream()
                    .filter(e -> window.perhapsTouchedBy(e.period()))
                    .toList();
            days = DayRange.alike(touching.stream().map(DrugExposure::period).toList(), window.from(), window.to());
            List<DrugExposure> steroids =
                    touching.stream().filter(DrugExposure::isSteroid).toList();
            if (!steroids.isEmpty()) {
                courses.add(Course.ofSteroids(steroids, equivalence));
            }
            Map<String, List<DrugExposure>> partners = new TreeMap<>();
            touching.stream()
                    .filter(DrugExposure::isPartner)
                    .forEach(e -> partners.computeIfAbsent(e.identity(), substance -> new ArrayList<>())
                            .add(e));
            partners.values().forEach(same -> courses.add(Course.ofPartner(same)));
        }

        /** Whether no steroid, immunosuppressant or biologic is recorded that could touch the window. */
        public boolean isUnrecorded() {
            return courses.isEmpty();
        }

        public boolean isStable() {
            return courses.stream().allMatch(course -> course.isStable(days));
        }

        /** The last day before which something surely changed, started or stopped, or null where nothing surely did. */
        public @Nullable LocalDate getLastDayBeforeChange() {
            return courses.stream()
                    .map(course -> course.lastDayBeforeChange(days))
                    .filter(java.util.Objects::nonNull)
                    .max(LocalDate::compareTo)
                    .orElse(null);
        }

        /** Whether a drug that nobody can read may have been taken on one of the days. */
        public boolean isUnreadable() {
            return touching.stream().anyMatch(DrugExposure::isUnreadableSystemic);
        }

        /** The drugs that it consists of. */
        public List<Drug> getDrugs() {
            return touching.stream()
                    .filter(e -> e.isSteroid() || e.isPartner() || e.isUnreadableSystemic())
                    .map(DrugExposure::drug)
                    .toList();
        }
    }

    /** One line of treatment: the steroids as a whole, or one other substance. */
    private record Course(List<DrugExposure> exposures, List<@Nullable BigFraction> doses, boolean doseless) {

        static Course ofSteroids(List<DrugExposure> steroids, Equivalence equivalence) {
            return new Course(steroids, steroids.stream().map(equivalence::of).toList(), false);
        }

        static Course ofPartner(List<DrugExposure> same) {
            List<@Nullable BigFraction> doses = new ArrayList<>();
            same.forEach(e -> doses.add(e.milligramsADay()));
            boolean biologic = same.stream().allMatch(e -> e.surelyA(DrugClass.BIOLOGIC));
            return new Course(same, doses, biologic && doses.stream().allMatch(java.util.Objects::isNull));
        }

        /** Known and the same on all days; a biologic of no recorded dose is one period if it surely covers them all. */
        boolean isStable(List<DayRange> days) {
            if (doseless) {
                return days.stream().allMatch(d -> surelyOn(d.first()));
            }
            DailyDose first = on(days.get(0).first());
            return first.isExact() && days.stream().allMatch(d -> on(d.first()).equals(first));
        }

        @Nullable
        LocalDate lastDayBeforeChange(List<DayRange> days) {
            LocalDate last = null;
            for (DayRange earlier : days) {
                for (DayRange later : days) {
                    if (later.first().isAfter(earlier.first()) && surelyDiffer(earlier.first(), later.first())) {
                        last = earlier.last();
                    }
                }
            }
            return last;
        }

        private boolean surelyDiffer(LocalDate one, LocalDate other) {
            return (surelyOn(one) && !perhapsOn(other))
                    || (surelyOn(other) && !perhapsOn(one))
                    || on(one).surelyDiffersFrom(on(other));
        }

        private DailyDose on(LocalDate day) {
            return DailyDose.on(day, exposures, doses);
        }

        private boolean surelyOn(LocalDate day) {
            return exposures.stream().anyMatch(e -> e.period().surelyCovers(day));
        }

        private boolean perhapsOn(LocalDate day) {
            return exposures.stream().anyMatch(e -> e.period().perhapsCovers(day));
        }
    }
}
