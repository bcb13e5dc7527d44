package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Actor;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;
import org.protocolgate.user.Users;

/**
 * What was answered is there after the process was killed while it worked, and what was not answered is there as a whole or
 * not at all. Run again with {@code -Dprotocolgate.seed=} and the seed that was printed.
 */
@ParameterizedClass
@EnumSource(Database.class)
class KillTest {

    private static final int KILLS = Boolean.getBoolean("protocolgate.long") ? 20 : 3;
    private static final int MOST_ANSWERS = 60;

    private final Database database;
    private final Ledger ledger = new Ledger();
    private final Set<String> whole = new HashSet<>();

    @TempDir
    Path data;

    KillTest(Database database) {
        this.database = database;
    }

    @Test
    void nothingThatWasAnsweredIsLostAndNothingIsHalfRecorded() throws Exception {
        long seed = Long.getLong("protocolgate.seed", System.nanoTime());
        System.out.println(database + ": seed " + seed);
        Random random = new Random(seed);
        Map<String, String> environment = environment();
        addUsers(environment);
        Program program = Program.start(environment);
        try {
            enrol(program);
            for (int kill = 1; kill <= KILLS; kill++) {
                int answers = 1 + random.nextInt(MOST_ANSWERS);
                new Load(program, ledger, answers).untilKilled(random.nextLong());
                System.out.println(database + ": kill " + kill + " after " + answers + " answers: " + ledger);
                program = Program.start(environment);
                check(program);
            }
        } finally {
            program.close();
        }
        assertThat(ledger.told).isNotEmpty();
        assertThat(ledger.decisions).isNotEmpty();
    }

    private Map<String, String> environment() {
        if (database == Database.H2) {
            return Map.of("PROTOCOL_GATE_DATA", data.toString()); // where it keeps its data by default
        }
        Map<String, String> environment = new HashMap<>();
        database.fresh()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        return environment;
    }

    private static void addUsers(Map<String, String> environment) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> settings.put(
                name.equals("PROTOCOL_GATE_DATA")
                        ? "protocol-gate.data"
                        : name.toLowerCase(Locale.ROOT).replace('_', '.'),
                value));
        settings.put("protocol-gate.secret", Program.SECRET);
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(settings)
                .start()) {
            Users users = context.getBean(Users.class);
            users.add("coordinator", Role.COORDINATOR, Service.PASSWORD, Actor.SERVICE);
            users.add("monitor", Role.MONITOR, Service.PASSWORD, Actor.SERVICE);
        }
    }

    private static void enrol(Program program) throws IOException {
        String token = program.login("coordinator");
        for (String code : Load.CODES) {
            HttpRequest.Builder put = program.request(token, "/api/participants/" + code)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"sex\": \"MALE\", \"birthDate\": \"1990-05\"}"));
            assertThat(program.send(put).statusCode()).isEqualTo(201);
        }
    }

    private void check(Program program) throws Exception {
        String monitor = program.login("monitor");
        JsonNode verified = Program.json(program.get(monitor, "/api/audit/verification"));
        assertThat(verified.get("whole").asBoolean()).as(verified.toString()).isTrue();
        allOrNone(refs(program, monitor));
        sendAgain(program);
        List<String> refs = refs(program, monitor);
        assertThat(refs).doesNotHaveDuplicates();
        for (Ledger.Told told : ledger.told) {
            assertThat(refs).containsAll(told.post().refs());
        }
        for (Map.Entry<String, String> decision : ledger.decisions.entrySet()) {
            assertThat(program.get(monitor, "/api/decisions/" + decision.getKey())
                            .body())
                    .isEqualTo(decision.getValue());
        }
        for (String code : Load.CODES) {
            JsonNode history = Program.json(program.get(monitor, "/api/participants/" + code + "/decisions?limit=500"));
            for (JsonNode decision : history) {
                hasAllRules(program, monitor, decision.get("id").asText());
            }
        }
        assertThat(whole).containsAll(ledger.decisions.keySet());
    }

    /** The identifiers that senders gave to the facts that are there. */
    private static List<String> refs(Program program, String token) throws IOException {
        List<String> refs = new ArrayList<>();
        for (String code : Load.CODES) {
            Program.json(program.get(token, "/api/participants/" + code + "/facts"))
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

    /** A client that got no answer asks again under the same key; one that did and asks again gets the same answer. */
    private void sendAgain(Program program) throws IOException {
        Load load = new Load(program, ledger, 0);
        List<Ledger.Told> told = List.copyOf(ledger.told);
        for (Ledger.Told last : told.subList(Math.max(0, told.size() - 5), told.size())) {
            assertThat(load.record(last.post())).isEqualTo(last.answer());
        }
        for (Ledger.Post post : ledger.lost) {
            ledger.told.add(new Ledger.Told(post, load.record(post)));
        }
        ledger.lost.clear();
    }

    private void hasAllRules(Program program, String token, String decision) throws IOException {
        if (!whole.add(decision)) {
            return;
        }
        JsonNode entries = Program.json(program.get(token, "/api/audit?limit=500&decision=" + decision))
                .get("entries");
        List<String> actions = entries.findValuesAsText("action");
        JsonNode made = entries.get(actions.indexOf("DECISION_MADE"));
        assertThat(actions.stream().filter("RULE_FIRED"::equals).count())
                .isEqualTo(made.at("/details/rules").asLong());
    }
}
