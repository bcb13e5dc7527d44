package org.protocolgate.screen;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;
import org.protocolgate.study.DrugEffectView;
import org.protocolgate.study.DrugQuestions;

/**
 * "What if this drug is given", of one participant.
 *
 * @param typed what was asked, as it was typed
 * @param faults what is wrong with it, by field
 * @param drugs the names that are known
 * @param question as it was put to the rules
 * @param answered the answer, or null where nothing was asked or it cannot be read
 */
public record DrugScreen(
        String participant,
        Map<String, String> typed,
        Map<String, String> faults,
        SortedSet<String> drugs,
        byte[] question,
        DrugQuestions.@Nullable Answered answered) {

    /** The fields, in their order. */
    private static final List<String> FIELDS = List.of("drug", "start", "end", "dose", "on");

    public List<String> fields() {
        return FIELDS;
    }

    public List<DrugClass> classes() {
        return List.of(DrugClass.values());
    }

    public List<Drug.Route> routes() {
        return List.of(Drug.Route.values());
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** What the rules say, or null. */
    public @Nullable DrugEffectView effect() {
        return answered == null ? null : answered.view();
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("drug", frame, this);
    }
}
