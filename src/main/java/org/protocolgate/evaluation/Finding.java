package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lasting;

/**
 * What one rule says of one criterion, or of a part of it.
 *
 * @param criterion the criterion's identifier
 * @param reason key of the sentence that gives the reason
 * @param arguments what fills the sentence's slots; texts are made of them in the reader's language
 * @param evidence the facts it rests on
 * @param window the days it looked at
 * @param holds how long it surely goes on holding, or null where nothing is known of that
 * @param due the days on which what is missing can be supplied, or null where any day will do
 */
public record Finding(
        String criterion,
        Status status,
        String reason,
        Map<String, Object> arguments,
        List<Fact> evidence,
        @Nullable Window window,
        @Nullable Holds holds,
        @Nullable Due due) {

    /** An order for telling them: by the first fact that each rests on, then by the reason. */
    static final Comparator<Finding> ORDER = Comparator.<Finding>comparingInt(finding ->
                    finding.evidence.isEmpty() ? -1 : finding.evidence.get(0).rank())
            .thenComparing(Finding::reason)
            .thenComparing(finding -> finding.window == null ? "" : finding.window.from() + " " + finding.window.to())
            .thenComparing(finding -> finding.arguments.toString());

    /** From when and until when something can be supplied, local time of the study site where times matter. */
    public record Due(@Nullable Object notBefore, @Nullable Object notAfter) {}

    public static Finding notApplicable(String criterion, String reason) {
        return of(criterion, Status.NOT_APPLICABLE, reason);
    }

    public static Finding met(String criterion, String reason) {
        return of(criterion, Status.MET, reason);
    }

    public static Finding provisional(String criterion, String reason) {
        return of(criterion, Status.PROVISIONAL, reason);
    }

    public static Finding unknown(String criterion, String reason) {
        return of(criterion, Status.UNKNOWN, reason);
    }

    public static Finding notMet(String criterion, String reason) {
        return of(criterion, Status.NOT_MET, reason);
    }

    private static Finding of(String criterion, Status status, String reason) {
        return new Finding(criterion, status, reason, Map.of(), List.of(), null, null, null);
    }

    /** The days looked at; the sentence can name them as {@code {from}} and {@code {to}}. */
    public Finding in(Window days) {
        Map<String, Object> named = more("from", days.from());
        named.put("to", days.to());
        return new Finding(criterion, status, reason, named, evidence, days, holds, due);
    }

    /** The facts it rests on; the sentence can name the first as {@code {fact}}. */
    public Finding because(@Nullable Fact... facts) {
        return because(Arrays.asList(facts));
    }

    /** Likewise for facts of a list. */
    public Finding because(List<? extends @Nullable Fact> facts) {
        List<Fact> all = joined(evidence, facts);
        Map<String, Object> named = all.isEmpty() ? arguments : more("fact", all.get(0));
        return new Finding(criterion, status, reason, named, all, window, holds, due);
    }

    /** Rests on these facts as well; its sentence stays as it is. */
    Finding restingOn(List<Fact> facts) {
        List<Fact> all = joined(evidence, facts);
        return all.size() == evidence.size()
                ? this
                : new Finding(criterion, status, reason, arguments, all, window, holds, due);
    }

    /** Each fact once; facts of a dossier are told apart by their rank, which costs less than to compare all they say. */
    private static List<Fact> joined(List<Fact> some, List<? extends @Nullable Fact> others) {
        List<Fact> all = new ArrayList<>(some);
        for (Fact other : others) {
            if (other != null && all.stream().noneMatch(fact -> fact.rank() == other.rank())) {
                all.add(other);
            }
        }
        return Collections.unmodifiableList(all);
    }

    /** Rests on a drug taken. */
    public Finding because(DrugExposure exposure) {
        return because(exposure.drug());
    }

    /** Rests on a fact that surely overlaps the window: it holds until the window has left the fact behind. */
    public Finding overlapping(Window days, Lasting fact) {
        return because(fact).in(days).whileReaching(days, fact.period().earliestEnd());
    }

    /** Rests on a drug that surely overlaps the window. */
    public Finding overlapping(Window days, DrugExposure exposure) {
        return overlapping(days, exposure.drug());
    }

    /** Rests on a run of days of a high steroid dose. */
    public Finding because(@Nullable SteroidRun run) {
        return run == null
                ? this
                : because(run.drugs()).with("first", run.first()).with("last", run.last());
    }

    /** Rests on such a run of so many days: it holds until less than that many of them are left within the window. */
    public Finding overlapping(Window days, @Nullable SteroidRun run, int length) {
        Finding named = because(run).in(days);
        return run == null ? named : named.whileReaching(days, run.lastStart(length));
    }

    /** Holds as long as the window reaches back to {@code day}. */
    public Finding whileReaching(Window days, LocalDate day) {
        LocalDate until = days.firstAnchorClearOf(day);
        return holding(until == null ? Holds.FOR_GOOD : new Holds(days.anchor(), until));
    }

    /** Holds as long as the window reaches back to {@code day}, unless a record that lies ahead may change the answer. */
    public Finding whileReaching(Window days, LocalDate day, @Nullable LocalDate nextRecord) {
        return nextRecord == null ? whileReaching(days, day) : this;
    }

    /** Holds until the anchor lies on {@code day} or later; null means on every later day. */
    public Finding until(AnchorDay anchor, @Nullable LocalDate day) {
        return holding(day == null ? Holds.FOR_GOOD : new Holds(anchor, day));
    }

    /** Likewise until the first of two days, as far as they are known. */
    public Finding until(AnchorDay anchor, @Nullable LocalDate one, @Nullable LocalDate other) {
        return until(anchor, one == null || (other != null && other.isBefore(one)) ? other : one);
    }

    /** Holds whatever day is moved. */
    public Finding forGood() {
        return holding(Holds.FOR_GOOD);
    }

    private Finding holding(Holds how) {
        return new Finding(criterion, status, reason, arguments, evidence, window, how, due);
    }

    /** A value for a slot of the sentence; a null leaves the slot to say that it is not known. */
    public Finding with(String slot, @Nullable Object value) {
        return value == null
                ? this
                : new Finding(criterion, status, reason, more(slot, value), evidence, window, holds, due);
    }

    private Map<String, Object> more(String slot, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(arguments);
        more.put(slot, value);
        return more;
    }

    /** From when and until when what is missing can be supplied. */
    public Finding due(@Nullable Object notBefore, @Nullable Object notAfter) {
        return new Finding(criterion, status, reason, arguments, evidence, window, holds, new Due(notBefore, notAfter));
    }
}
