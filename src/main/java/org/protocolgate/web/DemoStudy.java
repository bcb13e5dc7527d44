package org.protocolgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentFact;
import org.protocolgate.study.AcknowledgementBook;
import org.protocolgate.study.AuthorisationBook;
import org.protocolgate.study.DecisionBook;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.FactView;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.Signing;
import org.protocolgate.user.Signatures;

/** What the users of the demo do in its study. */
@Singleton
@Requires(property = "protocol-gate.demo", value = "true")
final class DemoStudy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Actor COORDINATOR = new Actor("coordinator", "COORDINATOR");
    private static final Actor INVESTIGATOR = new Actor("investigator", "INVESTIGATOR");

    /** A full date, perhaps with a time: both compare as texts do. */
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?");

    private final DemoQuestions questions;
    private final ParticipantBook participants;
    private final FactBook facts;
    private final DecisionBook decisions;
    private final AcknowledgementBook acknowledgements;
    private final AuthorisationBook authorisations;
    private final Signatures signatures;
    private final Site site;
    private final Clock clock;

    DemoStudy(
            DemoQuestions questions,
            ParticipantBook participants,
            FactBook facts,
            DecisionBook decisions,
            AcknowledgementBook acknowledgements,
            AuthorisationBook authorisations,
            Signatures signatures,
            Site site,
            Clock clock) {
        this.questions = questions;
        this.participants = participants;
        this.facts = facts;
        this.decisions = decisions;
        this.acknowledgements = acknowledgements;
        this.authorisations = authorisations;
        this.signatures = signatures;
        this.site = site;
        this.clock = clock;
    }

    /** Does what a step of the story says: one thing, done by one person to one participant, in one transaction. */
    void live(JsonNode step) throws RefusedException, IOException {
        Actor by = step.get("by").asText().equals(INVESTIGATOR.name()) ? INVESTIGATOR : COORDINATOR;
        if (step.has("enrols")) {
            String code = step.get("enrols").asText();
            participants.put(code, bytes(questions.about(code).get("participant")), by);
        } else if (step.has("records")) {
            String code = step.get("records").asText();
            record(code, step.has("facts") ? step.get("facts") : happened(code, by), by);
        } else if (step.has("reviews")) {
            record(step.get("reviews").asText(), reviews(), by);
        } else if (step.has("asks")) {
            decisions.decide(step.get("asks").asText(), bytes(only(step, "gate", "on")), by, Locale.ENGLISH);
        } else if (step.has("acknowledges")) {
            UUID decision = latest(step.get("acknowledges").asText());
            acknowledgements.acknowledge(decision, bytes(only(step, "comment")), by);
        } else if (step.has("authorises")) {
            String code = step.get("authorises").asText();
            ObjectNode signed = only(step, "level")
                    .put("participant", code)
                    .put("on", now().toLocalDate().toString());
            authorisations.authorise(latest(code), bytes(signed), by, signing(), Locale.ENGLISH);
        } else if (step.has("lapses")) {
            authorisations.recheck();
        } else {
            throw new IllegalStateException("the demo cannot do " + step);
        }
    }

    boolean knows(String code) {
        try {
            participants.read(code);
            return true;
        } catch (NotThereException e) {
            return false;
        }
    }

    /** Asks a question of what is kept. */
    JsonNode decide(JsonNode question) throws IOException, RefusedException {
        String code = question.at("/participant/id").asText();
        return JSON.readTree(decisions
                .decide(code, bytes(only(question, "gate", "on")), COORDINATOR, Locale.ENGLISH)
                .answer());
    }

    private void record(String code, JsonNode some, Actor by) throws RefusedException {
        facts.record(code, bytes(some), null, by, signing());
    }

    /** Of the facts of the question: those that have happened by now, are not on record yet, and are for this person to record. */
    private ArrayNode happened(String code, Actor by) throws RefusedException {
        JsonNode all = questions.about(code).get("facts");
        List<SentFact> read = SentFact.readAll(bytes(all), site.zone());
        Set<String> known = facts.known(code, null).stream()
                .map(FactView::ref)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        ArrayNode some = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < read.size(); i++) {
            boolean own = read.get(i).isSigned() == by.equals(INVESTIGATOR);
            if (own && !known.contains(String.valueOf(read.get(i).ref())) && !isAhead(all.get(i))) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private boolean isAhead(JsonNode fact) {
        String now = now().toString();
        return MOMENT.matcher(fact.toString())
                .results()
                .anyMatch(moment -> moment.group().compareTo(now) > 0);
    }

    /** All topics of the review in the sample, gone through today. */
    private ArrayNode reviews() {
        ArrayNode some = JsonNodeFactory.instance.arrayNode();
        for (JsonNode fact : questions.read(DemoQuestions.SAMPLE).get("facts")) {
            if (fact.get("type").asText().equals("review")) {
                some.add(only(fact, "type", "topics")
                        .put("on", now().toLocalDate().toString()));
            }
        }
        return some;
    }

    private UUID latest(String code) {
        return decisions.history(code, Long.MAX_VALUE, 1).get(0).id();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), site.zone());
    }

    private Signing signing() {
        return digest -> {
            Signatures.Token token = signatures.sign(INVESTIGATOR, clock.instant(), "invented for the demo", digest);
            return signatures.use(token.value(), INVESTIGATOR, digest).id();
        };
    }

    private static ObjectNode only(JsonNode json, String... names) {
        return ((ObjectNode) json.deepCopy()).retain(names);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
