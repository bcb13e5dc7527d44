package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
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

    private static final int KILLS = Boolean.getBoolean("protocolgate.long") ? 20 : 10;
    private static final int MOST_ANSWERS = 60;

    private final Database database;
    private final Ledger ledger = new Ledger();
    private final Kept kept = new Kept(ledger);

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
            Load.enrol(program.login("coordinator"));
            for (int kill = 1; kill <= KILLS; kill++) {
                int answers = 1 + random.nextInt(MOST_ANSWERS);
                Load load = Load.start(program.login("coordinator"), ledger, random.nextLong());
                load.awaitRecorded(answers);
                program.kill();
                load.stop();
                System.out.println(database + ": kill " + kill + " after " + answers + " answers: " + ledger);
                program = Program.start(environment);
                kept.check(program.login("coordinator"), program.login("monitor"));
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
}
