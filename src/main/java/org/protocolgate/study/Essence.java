package org.protocolgate.study;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.protocolgate.decision.Decision;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.participant.Fact;

/**
 * What a decision comes to, without when it was asked: equal for two answers that tell a person the same. A question about the day
 * on which it is asked is asked again on the next one; that its windows have moved by a day is nothing new, but that a criterion is
 * found otherwise, for another reason or on other facts is.
 */
final class Essence {

    private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?)?");

    private final StringBuilder all = new StringBuilder();
    private final boolean ofToday;

    private Essence(boolean ofToday) {
        this.ofToday = ofToday;
    }

    static String of(Decision decision) {
        boolean ofToday = decision.question().day().equals(decision.question().today());
        return new Essence(ofToday).digest(decision);
    }

    private String digest(Decision decision) {
        all.append(decision.version().version())
                .append(' ')
                .append(decision.version().ruleSet())
                .append(' ')
                .append(ofToday ? "today" : decision.question().on())
                .append(' ')
                .append(decision.verdict())
                .append(' ')
                .append(decision.earliest());
        for (Decision.Answer answer : decision.criteria()) {
            all.append('\n')
                    .append(answer.outcome().criterion().id())
                    .append(' ')
                    .append(answer.outcome().status())
                    .append(' ')
                    .append(answer.clears());
            answer.outcome().findings().forEach(this::add);
        }
        decision.warnings().forEach(warning -> all.append('\n').append(said(warning)));
        return Digest.of(all.toString());
    }

    private void add(Finding finding) {
        all.append(" | ").append(finding.reason()).append(' ').append(said(finding.arguments()));
        finding.evidence().forEach(fact -> all.append(' ').append(((Fact) fact).ref()));
        all.append(' ').append(said(finding.due()));
    }

    private String said(@Nullable Object said) {
        String text = String.valueOf(said);
        return ofToday ? DAYS.matcher(text).replaceAll("") : text;
    }
}
