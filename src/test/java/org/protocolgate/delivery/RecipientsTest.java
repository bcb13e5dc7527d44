package org.protocolgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.alert.Severity;
import org.protocolgate.setting.CannotStartException;
import org.protocolgate.testing.Receiver;
import org.protocolgate.user.Role;

/** Who gets alerts, as a site configures it. */
class RecipientsTest {

    private static final String PREFIX = "protocol-gate.recipients.";

    /** A site where everything is right, but for what a test changes. */
    private static Map<String, Object> settings(String... more) {
        Map<String, Object> settings = new LinkedHashMap<>(Map.of(
                "protocol-gate.url",
                "https://gate.example.org",
                "protocol-gate.mail.from",
                "gate@example.org",
                PREFIX + "pi.mail",
                "pi@example.org"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }

    @Test
    void thereMayBeNone() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(Recipients.class).all()).isEmpty();
        }
    }

    @Test
    void anAddressIsEnough() {
        try (ApplicationContext context = ApplicationContext.run(settings())) {
            Recipients recipients = context.getBean(Recipients.class);
            Recipient pi = recipients.find("pi").orElseThrow();
            assertThat(pi.severities()).containsExactlyInAnyOrder(Severity.STOP, Severity.ACTION);
            assertThat(pi.escalation()).isZero();
            assertThat(pi.hook()).isNull();
            assertThat(recipients.mails()).containsExactly("pi@example.org");
        }
    }

    /** As a site sets them: the name of a variable does not say where the name of a recipient ends. */
    @Test
    void environmentVariablesNameThem() {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "PROTOCOL_GATE_URL", "https://gate.example.org",
                "PROTOCOL_GATE_MAIL_FROM", "gate@example.org",
                "PROTOCOL_GATE_RECIPIENTS_PI_MAIL", "pi@example.org",
                "PROTOCOL_GATE_RECIPIENTS_PI_SEVERITIES", "STOP, INFO",
                "PROTOCOL_GATE_RECIPIENTS_STUDY_NURSE_MAIL", "nurse@example.org",
                "PROTOCOL_GATE_RECIPIENTS_STUDY_NURSE_ROLE", "COORDINATOR",
                "PROTOCOL_GATE_RECIPIENTS_CTMS_WEBHOOK", "https://ctms.example.org/alerts?of=7",
                "PROTOCOL_GATE_RECIPIENTS_CTMS_SECRET", Receiver.SECRET,
                "PROTOCOL_GATE_RECIPIENTS_CTMS_ESCALATION", "1"));
        try (ApplicationContext context = ApplicationContext.builder()
                .propertySources(PropertySource.of(
                        "variables", variables, PropertySource.PropertyConvention.ENVIRONMENT_VARIABLE))
                .start()) {
            Recipients recipients = context.getBean(Recipients.class);
            assertThat(recipients.all()).extracting(Recipient::name).containsExactly("ctms", "pi", "study-nurse");
            assertThat(recipients.find("pi").orElseThrow().severities())
                    .containsExactlyInAnyOrder(Severity.STOP, Severity.INFO);
            assertThat(recipients.find("study-nurse").orElseThrow().role()).isEqualTo(Role.COORDINATOR);
            assertThat(recipients.highest()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mial      | pi@example.org           | has no address",
                "role      | COORDINATOR              | has no address",
                "mail      | nobody                   | is no mail address",
                "webhook   | https://example.org/a    | without a good .secret",
                "webhook   | http://example.org/a     | without encryption",
                "webhook   | ftp://example.org/a      | no address such as",
                "webhook   | https://u:p@example.org/ | no address such as",
                "webhook   | alerts                   | no address such as",
            })
    void whatIsWrongWithOneIsSaid(String setting, String value, String said) {
        assertThatThrownBy(() -> ApplicationContext.run(settings(PREFIX + "ctms." + setting, value)))
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("recipients.ctms")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severities | STOP,WARNING           | unknown word in .severities: WARNING",
                "role       | BOSS                   | unknown word in .role: BOSS",
                "escalation | soon                   | no number from 0 on: soon",
                "escalation | -1                     | no number from 0 on: -1",
                "webhook    | https://example.org/a  | two addresses",
            })
    void whatIsWrongWithOneThatHasAnAddressIsSaid(String setting, String value, String said) {
        assertThatThrownBy(() -> ApplicationContext.run(settings(PREFIX + "pi." + setting, value)))
                .rootCause()
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("recipients.pi")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"short", "whsec_c2hvcnQ=", "whsec_%%%"})
    void aSecretIsLongEnoughAndNeverTold(String secret) {
        assertThatThrownBy(() -> ApplicationContext.run(
                        settings(PREFIX + "ctms.webhook", "https://example.org/a", PREFIX + "ctms.secret", secret)))
                .rootCause()
                .hasMessageContaining("without a good .secret")
                .hasMessageNotContaining(secret);
    }

    @Test
    void linksNeedAnAddressOfTheService() {
        for (String url : new String[] {"", "gate.example.org", "https://gate.example.org/?a=b"}) {
            assertThatThrownBy(() -> ApplicationContext.run(settings("protocol-gate.url", url)))
                    .rootCause()
                    .hasMessageContaining("PROTOCOL_GATE_URL");
        }
    }

    @Test
    void mailNeedsASender() {
        assertThatThrownBy(() -> ApplicationContext.run(settings("protocol-gate.mail.from", "")))
                .rootCause()
                .hasMessageContaining("PROTOCOL_GATE_MAIL_FROM");
    }
}
