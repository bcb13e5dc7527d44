package org.protocolgate.screen;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.query.About;
import org.protocolgate.query.MessageKind;
import org.protocolgate.query.QueryView;
import org.protocolgate.query.State;

/**
 * A query with what it is about, or the form for a new one.
 *
 * @param query null where it is yet to be asked
 * @param typed what was typed into the form of a new one
 * @param faults what is wrong with that, by name
 */
public record QueryScreen(
        Subject subject, @Nullable QueryView query, Map<String, String> typed, Map<String, String> faults) {

    /**
     * What a query is about.
     *
     * @param id the participant's code, or the identifier of the record
     * @param words what the record says, or null of a participant
     * @param fact the fact as it stands now, or null of something else
     */
    record Subject(
            About about,
            String id,
            String participant,
            @Nullable String words,
            @Nullable FactLine fact) {

        /** The name by which it is sent. */
        public String name() {
            return about.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether the site may answer. */
    public boolean takesAnswer(Frame frame) {
        return query != null && frame.mayWrite() && query.state().takes(MessageKind.ANSWERED);
    }

    /** Whether who looks may close it. */
    public boolean closes(Frame frame) {
        return query != null && frame.mayReview() && query.state().takes(MessageKind.CLOSED);
    }

    /** Whether who looks may ask on. */
    public boolean reopens(Frame frame) {
        return query != null && frame.mayReview() && query.state() != State.OPEN;
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page(query == null ? "query-new" : "query", frame, this);
    }
}
