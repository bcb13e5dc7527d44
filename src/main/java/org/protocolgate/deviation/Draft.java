package org.protocolgate.deviation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Gate;
import org.protocolgate.study.Act;
import org.protocolgate.study.Authority;
import org.protocolgate.study.Judged;

/**
 * What the service says of a deviation; it stays as it was said.
 *
 * @param title of the criterion, by the tag of its language; empty where there is no criterion
 * @param what the reason, likewise
 * @param happenedOn when it happened, as it was recorded at the time of drafting
 * @param evidence identifiers of the facts that it rests on
 * @param open of an infusion without authorisation: the criteria that were not met or not known that day, with their status
 * @param other code of another participant whose record, or whose infusion, it is about as well
 */
record Draft(
        Kind kind,
        Gate gate,
        @Nullable String criterion,
        Map<String, String> title,
        Map<String, String> what,
        String happenedOn,
        List<String> evidence,
        Map<String, String> open,
        @Nullable UUID decision,
        @Nullable UUID authorisation,
        @Nullable String other) {

    private static final JsonMapper JSON = new JsonMapper();

    static Draft notAuthorised(Act act, Authority authority) {
        Map<String, String> open = new LinkedHashMap<>();
        if (act.open() != null) {
            act.open().forEach(one -> open.put(one.criterion(), one.status().name()));
        }
        return new Draft(
                Kind.NOT_AUTHORISED,
                act.gate(),
                null,
                Map.of(),
                Sentences.say(authority.how().name()),
                act.on().toString(),
                act.facts(),
                open,
                authority.decision(),
                authority.authorisation(),
                null);
    }

    static Draft notMet(Act act, Judged judged) {
        List<String> evidence = new ArrayList<>(act.facts());
        judged.evidence().stream().filter(fact -> !evidence.contains(fact)).forEach(evidence::add);
        Authority authority = act.authority();
        return new Draft(
                Kind.CRITERION_NOT_MET,
                act.gate(),
                judged.criterion(),
                judged.title(),
                judged.reason(),
                act.on().toString(),
                evidence,
                Map.of(),
                authority == null ? null : authority.decision(),
                authority == null ? null : authority.authorisation(),
                null);
    }

    /** The same, brought to light by what was recorded of another participant. */
    Draft shownBy(String participant) {
        return new Draft(
                kind, gate, criterion, title, what, happenedOn, evidence, open, decision, authorisation, participant);
    }

    /**
     * What this one, of somebody infused, is for the participant whose record showed it.
     *
     * @param records identifiers of what was recorded
     */
    Draft asSeenFrom(String infused, List<String> records) {
        return new Draft(
                Kind.SENTINEL_CHANGED,
                gate,
                criterion,
                title,
                Sentences.say(
                        "changed",
                        language ->
                                List.of(infused, day(), String.valueOf(criterion), what.getOrDefault(language, ""))),
                happenedOn,
                records,
                Map.of(),
                null,
                null,
                infused);
    }

    /** The day, without a time; of a partial date as much of it as is known. */
    String day() {
        return happenedOn.split("T", 2)[0];
    }

    /** The day of what was asked about: that has to be known in full. */
    LocalDate fullDay() {
        return LocalDate.parse(day());
    }

    /** Whether two say the same of the same act, whatever else they say of it. */
    boolean isSameAs(Draft draft) {
        return kind == draft.kind
                && gate == draft.gate
                && Objects.equals(criterion, draft.criterion)
                && day().equals(draft.day());
    }

    boolean isOn(@Nullable String id) {
        return id != null && id.equals(criterion);
    }

    static Draft read(String body) {
        try {
            return JSON.readValue(body, Draft.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept is no deviation", e);
        }
    }

    String body() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
