package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.evaluation.Status;
import org.protocolgate.study.Docket;
import org.protocolgate.study.ReplayView;

/**
 * A stored decision opened up: what it rests on, what came of it, and by which rules.
 *
 * @param served whether the rules that it was made by are those that are served; what they demand and which of them did not
 *     fire is known only then
 * @param facts those that counted then
 * @param rules that fired, and, where they are served, those that did not
 * @param asRecorded whether what is shown has the digests that the audit log names
 * @param reviewed what was marked of it; null where the audit log does not tell of it
 * @param replay how it came out when it was made once more just now, or null
 */
public record ReviewScreen(
        Docket docket,
        DecisionView answer,
        boolean served,
        List<Checklist.Line> criteria,
        List<FactLine> facts,
        List<RuleLine> rules,
        boolean asRecorded,
        @Nullable Reviewed reviewed,
        @Nullable ReplayView replay) {

    /**
     * A rule.
     *
     * @param criterion that it answers, or null where it answers none
     * @param status that it found, or null where it did not fire or finds none
     * @param facts that it matched, of those that counted
     * @param reviewed what was marked of its entry in the audit log, or null where it did not fire
     */
    record RuleLine(
            @Nullable String criterion,
            String rule,
            boolean fired,
            @Nullable Status status,
            List<FactLine> facts,
            @Nullable Reviewed reviewed) {}

    public long fired() {
        return rules.stream().filter(RuleLine::fired).count();
    }

    /** What the audit log tells of it. */
    public String entries() {
        return Address.of(
                AuditList.PATH, Map.of("decision", docket.decision().id().toString()));
    }

    public List<String> languages() {
        return Frame.LANGUAGES.stream()
                .map(language -> language.toLanguageTag())
                .toList();
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("review", frame, this);
    }
}
