package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.transaction.TransactionOperations;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Happened;
import org.protocolgate.audit.Seal;
import org.protocolgate.audit.SealFile;
import org.protocolgate.audit.Sealing;
import org.protocolgate.audit.StoredVerification;
import org.protocolgate.setting.CannotStartException;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.MovedClock;
import org.protocolgate.testing.Postbox;
import org.slf4j.LoggerFactory;

/** Each seal leaves by mail, when the mail server is there again at the latest. */
@ParameterizedClass
@EnumSource(Database.class)
class SealMailTest {

    private static final String FROM = "gate@example.org";
    private static final String TO = "monitor@example.org";

    @Parameter
    Database database;

    @TempDir
    Path folder;

    private final Postbox box = new Postbox();
    private @Nullable ApplicationContext service;

    @AfterEach
    void end() {
        if (service != null) {
            service.close();
        }
        box.close();
    }

    private void serve(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(database.fresh());
        all.put("testing.clock", "true");
        all.put("protocol-gate.seal.every", "1d");
        all.putAll(settings);
        service = ApplicationContext.run(all);
        recordMany();
    }

    /** A service that mails; with settings of mail, as name and value. */
    private void serveMailing(String... more) {
        Map<String, Object> settings = new HashMap<>(Map.of("to", TO, "from", FROM, "host", "127.0.0.1"));
        settings.put("port", box.port());
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        Map<String, Object> named = new HashMap<>();
        settings.forEach((name, value) -> named.put("protocol-gate.seal.mail." + name, value));
        serve(named);
    }

    /** More participants than a mail has room for in one line. */
    private void recordMany() {
        TransactionOperations<Connection> transactions =
                service.getBean(Argument.of(TransactionOperations.class, Connection.class));
        transactions.executeWrite(status -> {
            for (int i = 1; i <= 30; i++) {
                String chain = "participant:CT-%03d".formatted(i);
                service.getBean(AuditLog.class).add(chain, Actor.SERVICE, Happened.of(Action.SIGNED));
            }
            return null;
        });
    }

    private void look() {
        service.getBean(DailySeal.class).seal();
    }

    private Seal newest() {
        return service.getBean(Sealing.class).before(Long.MAX_VALUE, 1).get(0);
    }

    private void aDayPasses() {
        service.getBean(MovedClock.class).forward(Duration.ofDays(1));
    }

    @Test
    void aSealArrivesAsAFileThatTheLogIsCheckedAgainst() throws Exception {
        serveMailing();
        look();
        assertThat(box.messages()).hasSize(1);
        MimeMessage message = box.messages()[0];
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly(FROM);
        assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly(TO);
        assertThat(message.getSentDate()).isNotNull();
        Multipart parts = (Multipart) message.getContent();
        Path file = saved(parts.getBodyPart(1));
        assertThat((String) parts.getBodyPart(0).getContent()).contains("verify --seal " + file.getFileName());
        Seal kept = SealFile.read(file);
        assertThat(kept).isEqualTo(newest());
        assertThat(kept.ends()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(service.getBean(StoredVerification.class).verify(kept).whole())
                .isTrue();
    }

    @Test
    void oneMailASeal() {
        serveMailing();
        look();
        look();
        aDayPasses();
        look();
        assertThat(box.subjects()).hasSize(2);
        assertThat(box.subjects().get(1)).isEqualTo("Seal 2 of " + newest().sealedDay());
    }

    @Test
    void whileTheServerIsAwaySealsAreMadeAndTheyAreMailedOnceItIsBack() {
        serveMailing();
        box.whileAway(() -> {
            look();
            aDayPasses();
            List<String> logged = logged(this::look);
            assertThat(newest().number()).isEqualTo(2);
            assertThat(logged).singleElement().asString().contains("seal 2 could not be mailed", "ConnectException");
            assertThat(logged.get(0)).doesNotContain("CT-0", TO);
        });
        look();
        look();
        assertThat(box.subjects()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aMailThatTheServerRefusesHoldsUpNoOther() {
        serveMailing();
        box.refuse("Seal 1 ", "Seal 2 ");
        look();
        aDayPasses();
        look();
        assertThat(box.subjects()).isEmpty();
        box.refuse("Seal 2 ");
        look();
        assertThat(box.subjects()).singleElement().asString().startsWith("Seal 1 ");
    }

    @Test
    void aServerThatKnowsTheServiceByNameIsToldTheName() {
        box.takeOnlyFrom("gate", "only-for-tests");
        serveMailing("username", "gate", "password", "only-for-tests");
        look();
        assertThat(box.subjects()).hasSize(1);
    }

    @Test
    void aServerThatCannotEncryptGetsNothingWhereThatIsAskedFor() {
        serveMailing("starttls", "true");
        assertThat(logged(this::look)).singleElement().asString().contains("STARTTLS is required");
        assertThat(newest().number()).isEqualTo(1);
        assertThat(box.subjects()).isEmpty();
    }

    @Test
    void severalRecipientsGetOneMailEach() throws MessagingException {
        serveMailing("to", TO + ", sponsor@example.org");
        look();
        assertThat(box.messages()).hasSize(2);
        assertThat(box.messages()[0].getAllRecipients())
                .extracting(Object::toString)
                .containsExactly(TO, "sponsor@example.org");
    }

    @Test
    void withoutARecipientNothingIsSent() {
        serveMailing("to", "");
        look();
        assertThat(newest().number()).isEqualTo(1);
        assertThat(box.subjects()).isEmpty();
        assertThat(service.findBean(SealMail.class)).isEmpty();
    }

    @Test
    void aRecipientWithoutASenderKeepsTheServiceFromStarting() {
        assertThatThrownBy(() -> serve(Map.of("protocol-gate.seal.mail.to", TO)))
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("PROTOCOL_GATE_SEAL_MAIL_FROM");
        assertThatThrownBy(() ->
                        serve(Map.of("protocol-gate.seal.mail.to", "no address", "protocol-gate.seal.mail.from", FROM)))
                .rootCause()
                .hasMessageContaining("no address");
    }

    private Path saved(BodyPart part) throws IOException, MessagingException {
        Path file = folder.resolve(part.getFileName());
        try (InputStream content = part.getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private static List<String> logged(Runnable action) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            action.run();
        } finally {
            root.detachAppender(log);
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
