package org.protocolgate.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Where the people of a clinic decide, authorise and take back; all that was decided is kept. */
final class Desk {

    private final Clinic clinic;
    private final Study study;
    private final Map<String, JsonNode> decisions = new HashMap<>();
    private final List<JsonNode> made = new ArrayList<>();

    Desk(Clinic clinic, Study study) {
        this.clinic = clinic;
        this.study = study;
    }

    List<JsonNode> made() {
        return made;
    }

    void decide(int pick) {
        String code = clinic.waiting(pick);
        clinic.act("decide on " + code, () -> verdict(code));
    }

    private String verdict(String code) throws Exception {
        study.record(code, "[" + Said.allReviewed(clinic.today().toString()) + "]");
        JsonNode decision = ask(code);
        decisions.put(code, decision);
        return decision.get("verdict").asText();
    }

    /** Asks whether somebody may be infused today, by what is recorded. */
    JsonNode ask(String code) throws Exception {
        JsonNode decision = study.decide(code, "INFUSION", clinic.today().toString());
        made.add(decision);
        return decision;
    }

    void authorise(int pick) {
        String code = clinic.waiting(pick);
        clinic.act("authorise " + code, () -> authorised(code));
    }

    void decideAndAuthorise(int pick) {
        String code = clinic.waiting(pick);
        clinic.act("decide on and authorise " + code, () -> verdict(code) + ", " + authorised(code));
    }

    private String authorised(String code) throws Exception {
        JsonNode decision = decisions.get(code);
        if (decision == null) {
            return "nothing was decided";
        }
        String signed = Said.authorisation(
                code, decision.get("on").asText(), clinic.person(code).level());
        AuthorisationView given = study.get(AuthorisationBook.class)
                .authorise(
                        UUID.fromString(decision.get("id").asText()),
                        Study.bytes(signed),
                        Study.INVESTIGATOR,
                        study::signature,
                        Locale.ENGLISH);
        return "authorised for " + given.on();
    }

    void revoke(int pick) {
        String code = clinic.authorisedRather(pick);
        clinic.act("revoke of " + code, () -> {
            List<AuthorisationView> given = study.get(AuthorisationBook.class).ofParticipant(code);
            if (given.isEmpty()) {
                return "none was given";
            }
            UUID last = given.get(given.size() - 1).id();
            byte[] reason = Study.bytes("{\"reason\": \"the bag is damaged\"}");
            return study.get(AuthorisationBook.class)
                    .revoke(last, reason, Study.COORDINATOR)
                    .state()
                    .name();
        });
    }

    /** @param said the level judged, what is decided, and the level decided on */
    void decideOnLevel(String said) {
        clinic.act("decide on levels, " + said, () -> {
            String[] words = said.split(" ");
            byte[] sent = Study.bytes(Said.doseDecision(words[1], words[2]));
            study.get(LevelBook.class).decide(words[0], sent, Study.INVESTIGATOR, study::signature);
            return "";
        });
    }
}
