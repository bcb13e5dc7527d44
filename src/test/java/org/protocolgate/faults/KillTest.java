package org.protocolgate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.user.Role;

/**
 * What was answered is there after the process was killed while it worked, and what was not answered is there as a whole or
 * not at all. Run again with {@code -Dprotocolgate.seed=} and the seed that was printed.
 */
@ParameterizedClass
@EnumSource(Database.class)
class KillTest {

    private static final int KILLS = Boolean.getBoolean("protocolgate.long") ? 20 : 4;
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
        Map<String, String> environment = Installation.environment(database, data);
        Installation.addUsers(environment, Role.COORDINATOR, Role.MONITOR);
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
}
