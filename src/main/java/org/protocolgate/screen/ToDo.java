package org.protocolgate.screen;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Finding;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.Vital;

/**
 * Something to supply, with the form for it.
 *
 * @param todo what, and when
 * @param form the form in which it is entered, or null where none is certain
 * @param of whom the form is about, where that is another participant than the one on the page, or null
 * @param correct the fact to correct or complete, or null where something new is asked for
 * @param forInvestigator whether it is an investigator who has to record it, and who looks is none
 */
record ToDo(
        Wording.ToDo todo,
        @Nullable FactForm form,
        @Nullable String of,
        @Nullable FactLine correct,
        boolean forInvestigator) {

    /** Where the form cannot be told from what is missing, by the beginning of the reason. */
    private static final Map<String, String> BY_REASON = Map.of(
            "judgement", "judgement",
            "assignment", "doseAssignment",
            "level", "doseAssignment",
            "phase", "doseAssignment",
            "contraception", "contraception",
            "medication", "review");

    /** Which milestone an unknown day is that of. */
    private static final Map<String, Milestone.Kind> ANCHORS = Map.of(
            "anchor.Screening", Milestone.Kind.SCREENING_STARTED,
            "anchor.ScreeningPeriod", Milestone.Kind.SCREENING_STARTED,
            "anchor.Lymphodepletion", Milestone.Kind.LYMPHODEPLETION_PLANNED,
            "anchor.Infused", Milestone.Kind.INFUSION_COMPLETED);

    /** Whether there is one day or moment for it. */
    public boolean isOnly() {
        return todo.notBefore() != null && todo.notBefore().equals(todo.notAfter());
    }

    /** How a form is made: of a type, with something filled in; and the word for a name of the interface. */
    interface Forms {
        default Optional<FactForm> make(String type, Map<String, String> typed) {
            return make(type, typed, null);
        }

        /** @param of whom it is about, where that is another participant, or null */
        Optional<FactForm> make(String type, Map<String, String> typed, @Nullable String of);

        /** Whether only somebody of another role may enter such a fact. */
        boolean isForInvestigator(String type);

        String word(Enum<?> name);
    }

    static ToDo of(Wording.ToDo todo, List<Finding> behind, Map<String, FactLine> facts, Forms forms) {
        boolean signed = false;
        for (Finding finding : behind) {
            FormTable.Row row = FormTable.ROWS.get(finding.reason());
            String of = row == null ? null : about(row, finding);
            Optional<FactForm> form = (row == null
                            ? Optional.<FactForm>empty()
                            : forms.make(row.type(), filled(row, finding), of))
                    .or(() -> byArguments(finding, forms))
                    .or(() -> byReason(finding, forms))
                    .or(() -> byWords(todo, forms));
            FactLine old = form.isPresent() ? null : toCorrect(todo, finding, facts);
            if (form.isPresent() || old != null) {
                return new ToDo(todo, form.orElse(null), form.isPresent() ? of : null, old, false);
            }
            signed |= row != null && forms.isForInvestigator(row.type());
        }
        return new ToDo(todo, null, null, null, signed);
    }

    /** The participant whom a finding names for it. */
    private static @Nullable String about(FormTable.Row row, Finding finding) {
        String slot = row.slot();
        Object named = slot == null ? null : finding.arguments().get(slot);
        return named == null ? null : named.toString();
    }

    private static Map<String, String> filled(FormTable.Row row, Finding finding) {
        Map<String, String> typed = new HashMap<>(row.typed());
        if (row.type().equals("judgement")) {
            typed.put("criterion", finding.criterion());
        }
        return typed;
    }

    /** A fact is to be completed where the words name it, or say that what is recorded is vague or cannot be read. */
    private static @Nullable FactLine toCorrect(Wording.ToDo todo, Finding finding, Map<String, FactLine> facts) {
        boolean doubtful = finding.reason().matches(".*(perhaps|vague|unreadable|open).*");
        return finding.evidence().stream()
                .map(Fact::ref)
                .map(facts::get)
                .filter(line -> line != null
                        && line.counts()
                        && (doubtful || todo.what().contains(line.words())))
                .findFirst()
                .orElse(null);
    }

    private static Optional<FactForm> byArguments(Finding finding, Forms forms) {
        for (Object argument : finding.arguments().values()) {
            if (argument instanceof Review.Topic topic) {
                return forms.make("review", Map.of("topics." + topic, "on"));
            } else if (argument instanceof Lab.Test test) {
                return forms.make("lab", Map.of("test", test.name()));
            } else if (argument instanceof Vital.Kind kind) {
                return forms.make("vital", Map.of("kind", kind.name()));
            } else if (argument instanceof Agreement.Kind kind) {
                return forms.make("agreement", Map.of("kind", kind.name()));
            }
        }
        return Optional.empty();
    }

    /** A test that the words name, where the finding does not name it by itself. */
    private static Optional<FactForm> byWords(Wording.ToDo todo, Forms forms) {
        return Arrays.stream(Lab.Test.values())
                .filter(test -> test != Lab.Test.OTHER && todo.what().contains(forms.word(test)))
                .max(Comparator.comparing(test -> forms.word(test).length()))
                .flatMap(test -> forms.make("lab", Map.of("test", test.name())));
    }

    private static Optional<FactForm> byReason(Finding finding, Forms forms) {
        Milestone.Kind step = ANCHORS.get(finding.reason());
        if (step != null) {
            return forms.make("milestone", Map.of("kind", step.name()));
        } else if (finding.reason().equals("anchor.Consented")) {
            return forms.make("consent", Map.of());
        }
        String type = BY_REASON.get(finding.reason().replaceFirst("\\..*", ""));
        if (type == null) {
            return Optional.empty();
        }
        Map<String, String> typed = new HashMap<>();
        if (type.equals("judgement")) {
            typed.put("criterion", finding.criterion());
        }
        return forms.make(type, typed);
    }
}
