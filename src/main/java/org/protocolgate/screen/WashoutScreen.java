package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.participant.DrugClass;

/**
 * The washout of a drug, for nobody in particular.
 *
 * @param typed what was asked, as it was typed
 * @param faults what is wrong with it, by field
 * @param drugs the names that are known
 * @param answer what the rules say, or null where nothing was asked or it cannot be read
 */
public record WashoutScreen(
        Map<String, String> typed,
        Map<String, String> faults,
        SortedSet<String> drugs,
        @Nullable Answer answer) {

    /** The fields, in their order. */
    private static final List<String> FIELDS = List.of("drug", "last", "infusion", "screening", "dose");

    /**
     * What the rules say.
     *
     * @param touched the criteria that would be met without the drug and are not with it, or that time clears
     * @param read whether the drug is known, or was given a class
     * @param failed whether the rules failed, so that nothing can be said
     * @param asked the whole question and answer, which has to be recorded before it is shown
     */
    record Answer(List<DecisionView.CriterionView> touched, boolean read, boolean failed, Asked asked) {}

    /** A question as it was put to the rules, and their answer. */
    public record Asked(byte[] question, DecisionView answer) {}

    public List<String> fields() {
        return FIELDS;
    }

    public List<DrugClass> classes() {
        return List.of(DrugClass.values());
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What was asked of the rules, or null where nothing was. */
    public @Nullable Asked asked() {
        return answer == null ? null : answer.asked();
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("washout", frame, this);
    }
}
