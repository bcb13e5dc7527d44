package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a service keeps after a fault with what its clients were told. */
final class Kept {

    private final Ledger ledger;
    private final Set<String> whole = new HashSet<>();

    Kept(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Everything that was told is there, what was not told is there as a whole or not at all, and no chain is broken.
     *
     * @param writer who sends again what was not told, under the same key: it is recorded once
     */
    void check(Client writer, Client monitor) throws IOException {
        isWhole(monitor);
        allOrNone(refs(monitor));
        sendAgain(writer);
        List<String> refs = refs(monitor);
        assertThat(refs).doesNotHaveDuplicates();
        for (Ledger.Told told : ledger.told) {
            assertThat(refs).containsAll(told.post().refs());
        }
        for (Map.Entry<String, String> decision : ledger.decisions.entrySet()) {
            assertThat(monitor.send(monitor.request("/api/decisions/" + decision.getKey()), 200))
                    .isEqualTo(decision.getValue());
        }
        for (String code : Load.CODES) {
            for (JsonNode decision : monitor.get("/api/participants/" + code + "/decisions?limit=500")) {
                hasAllRules(monitor, decision.get("id").asText());
            }
        }
        assertThat(whole).containsAll(ledger.decisions.keySet());
    }

    private static void isWhole(Client monitor) throws IOException {
        JsonNode verified = monitor.get("/api/audit/verification");
        assertThat(verified.get("whole").asBoolean()).as(verified.toString()).isTrue();
    }

    /** The identifiers that senders gave to the facts that are there. */
    private static List<String> refs(Client monitor) throws IOException {
        List<String> refs = new ArrayList<>();
        for (String code : Load.CODES) {
            monitor.get("/api/participants/" + code + "/facts")
                    .forEach(fact -> refs.add(fact.get("ref").asText()));
        }
        return refs;
    }

    private void allOrNone(List<String> refs) {
        for (Ledger.Post post : ledger.lost) {
            long there = post.refs().stream().filter(refs::contains).count();
            assertThat(there).as("facts of one request that are there").isIn(0L, (long)
                    post.refs().size());
        }
    }

    /** Who got no answer asks again under the same key; who did and asks again gets the same answer. */
    private void sendAgain(Client writer) throws IOException {
        List<Ledger.Told> told = List.copyOf(ledger.told);
        for (Ledger.Told last : told.subList(Math.max(0, told.size() - 5), told.size())) {
            assertThat(Load.record(writer, last.post())).isEqualTo(last.answer());
        }
        for (Ledger.Post post : ledger.lost) {
            ledger.told.add(new Ledger.Told(post, Load.record(writer, post)));
        }
        ledger.lost.clear();
    }

    private void hasAllRules(Client monitor, String decision) throws IOException {
        if (!whole.add(decision)) {
            return;
        }
        JsonNode entries =
                monitor.get("/api/audit?limit=500&decision=" + decision).get("entries");
        List<String> actions = entries.findValuesAsText("action");
        JsonNode made = entries.get(actions.indexOf("DECISION_MADE"));
        assertThat(actions.stream().filter("RULE_FIRED"::equals).count())
                .isEqualTo(made.at("/details/rules").asLong());
    }
}
