package org.protocolgate.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;

import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.user.Role;

/** What the digest says. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class DigestTest {

    private final Database database;
    private DigestSite site;

    DigestTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        site = new DigestSite(database);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void saysWhatIsOpenWhatIsDueAndThenWhatWasResolved() throws Exception {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        String fact = site.trial
                .record("CT-1", DigestSite.BARICITINIB)
                .at("/facts/0/id")
                .asText();
        site.trial.enrolReady("CT-2", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.reach("CT-2", "INFUSION_COMPLETED", "2026-02-28T11:00");
        site.send();
        assertThat(site.box.messages()).hasSize(2);
        MimeMessage mail = site.mailsToWard().get(0);
        assertThat(mail.getSubject()).isEqualTo("NCT07339332 2026-03-10: 2 STOP, 3 ACTION, 0 INFO");
        String deviated = " deviation, since 2026-03-10 12:00";
        assertThat(site.bodyToWard(0).lines().filter(line -> line.endsWith(deviated)))
                .hasSize(3)
                .allMatch(line -> line.startsWith("CT-2 "));
        assertThat(site.bodyToWard(0)
                        .lines()
                        .filter(line -> !line.endsWith(deviated))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                STOP (2)
                CT-1 EXC-13 not met (2026-03-16), since 2026-03-10 12:00
                CT-1 SENT-01 not met (2026-03-14), since 2026-03-10 12:00

                ACTION (3)

                Due until 2026-03-17 (3)
                2026-03-14 CT-1 SENT-01 clears (infusion)
                2026-03-14 CT-2 FUP-05 due (follow up)
                2026-03-16 CT-1 EXC-13 clears (infusion)

                https://gate.example.org/alerts""");
        assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("ward@example.org");
        assertThat(mail.getMessageID()).matches("<digest-[0-9a-f-]{36}@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        site.trial.correct(fact, "{\"reason\": \"another patient's\"}");
        site.aDayPasses();
        site.send();
        assertThat(site.bodyToWard(1))
                .contains("Resolved since the last digest (1)\nCT-1 EXC-13 not met (2026-03-16), 2026-03-10 12:00");
        site.aDayPasses();
        site.send();
        assertThat(site.bodyToWard(2)).doesNotContain("Resolved");
    }

    @Test
    void tellsNothingButCodesCriteriaCausesAndDays() throws Exception {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.record("CT-1", DigestSite.BARICITINIB);
        site.send();
        assertThat(site.bodyToWard(0)).contains("CT-1 EXC-13").doesNotContain("baricitinib", "JAK", "washout");
    }

    @Test
    void oneInWhichThereIsNothingIsNotSent() {
        site.send();
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.send();
        site.aDayPasses();
        site.send();
        assertThat(site.box.messages()).isEmpty();
        site.trial.record("CT-1", DigestSite.BARICITINIB.replace("03-01", "03-09"));
        site.send();
        assertThat(site.box.messages()).hasSize(2);
    }

    @Test
    void whatIsPutOffIsLeftOutUntilThen() throws Exception {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.reach("CT-1", "INFUSION_COMPLETED", "2026-02-20T11:00");
        String putOff = "{\"until\": \"2026-03-12\"}";
        for (String alert :
                site.trial.get("/api/alerts?open=true").at("/alerts").findValuesAsText("id")) {
            expect(site.trial.send(Role.COORDINATOR, "POST", "/api/alerts/" + alert + "/snooze", putOff), 201);
        }
        site.send();
        site.aDayPasses();
        site.send();
        assertThat(site.box.messages()).isEmpty();
        site.aDayPasses();
        site.send();
        assertThat(site.bodyToWard(0)).contains("CT-1 FUP-05 due");
    }

    @Test
    void ofManyTheFirstAreNamedAndTheRestIsCounted() throws Exception {
        site.trial.enrolReady("CT-1", DigestSite.TODAY, DigestSite.LOWEST);
        site.trial.record("CT-1", DigestSite.BARICITINIB);
        String many = "insert into alert (id, study, participant, criterion, cause, detail, open_key, severity, body,"
                + " raised_at, changed_at, escalations) select random_uuid(), study, participant, criterion, cause,"
                + " detail, cast(x as varchar), severity, body, raised_at, changed_at, 0 from alert,"
                + " system_range(1, 300) as number (x)";
        execute(
                database == Database.POSTGRESQL
                        ? many.replace("random_uuid", "gen_random_uuid").replace("system_range", "generate_series")
                        : many);
        site.send();
        String body = site.bodyToWard(0);
        assertThat(body).contains("STOP (301)", "and 101 more");
        assertThat(body.lines().filter(line -> line.startsWith("CT-1 EXC-13 not met")))
                .hasSize(200);
    }

    private void execute(String sql) {
        TransactionOperations<Connection> transactions =
                site.service.bean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            try (Statement statement = status.getConnection().createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
