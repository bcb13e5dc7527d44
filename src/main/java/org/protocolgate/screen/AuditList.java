package org.protocolgate.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Verified;
import org.protocolgate.review.SavedView;
import org.protocolgate.user.Role;

/**
 * A page of the audit log.
 *
 * @param asked by what it is filtered, as it was typed
 * @param faults what cannot be read of it, by name; then nothing is listed
 * @param next where the next page begins, or null on the last
 * @param later whether it is not the first page
 * @param saved the views that who looks has saved
 * @param checked the last check of the whole log, or null where there was none
 * @param verified what a check found that was made just now, or null
 */
public record AuditList(
        Map<String, String> asked,
        Map<String, String> faults,
        List<Line> lines,
        @Nullable UUID next,
        boolean later,
        List<SavedView> saved,
        @Nullable Line checked,
        @Nullable Verified verified) {

    static final String PATH = "/audit";

    /** The fields of the filter that are typed, in their order. */
    private static final List<String> TYPED =
            List.of("participant", "criterion", "rule", "status", "user", "level", "decision", "from", "to");

    private static final Set<Role> MAY_CHECK = Set.of(Role.INVESTIGATOR, Role.MONITOR, Role.ADMIN);

    /**
     * An entry.
     *
     * @param says what it tells, as a sentence
     * @param reviewed what was marked of it
     */
    record Line(Entry entry, String says, Reviewed reviewed) {}

    /** A list that is often asked for. */
    record View(String key, String address) {}

    public List<String> typed() {
        return TYPED;
    }

    public List<Action> actions() {
        return Arrays.asList(Action.values());
    }

    public String value(String name) {
        return asked.getOrDefault(name, "");
    }

    /** The lists that are often asked for. */
    public List<View> views() {
        return List.of(
                new View("audit.view.all", PATH),
                new View("audit.view.plain", view("without", "RULE_FIRED,EVALUATED,LOGGED_IN,LOGGED_OUT")),
                new View("audit.view.fired", view("action", "RULE_FIRED")),
                new View("audit.view.notMet", Address.of(PATH, Map.of("action", "RULE_FIRED", "status", "NOT_MET"))),
                new View("audit.view.decisions", view("action", "DECISION_MADE")),
                new View(
                        "reviewed.view.open", Address.of(PATH, Map.of("action", "DECISION_MADE", "reviewed", "false"))),
                new View("audit.view.corrections", view("action", "FACT_CORRECTED")),
                new View("audit.view.deviations", view("action", "DEVIATION_FOUND")),
                new View("audit.view.authorised", view("action", "INFUSION_AUTHORISED")),
                new View("late.title", "/late"),
                new View("changes.title", "/changes"));
    }

    /** The list of a saved view. */
    public String address(SavedView view) {
        return Address.of(PATH, view.filter());
    }

    private static String view(String name, String value) {
        return Address.of(PATH, Map.of(name, value));
    }

    public String older() {
        return Address.with(PATH, asked, "before", String.valueOf(next));
    }

    public String newest() {
        return Address.of(PATH, asked);
    }

    public String export(String format) {
        return Address.with("/api/audit/export", asked, "format", format);
    }

    /** Whether a role has the whole log checked, and takes it away. */
    public boolean mayCheck(Frame frame) {
        return MAY_CHECK.contains(frame.role());
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("audit", frame, this);
    }
}
