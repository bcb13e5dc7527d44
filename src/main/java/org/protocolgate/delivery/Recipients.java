package org.protocolgate.delivery;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.protocolgate.mail.MailSettings;
import org.protocolgate.setting.CannotStartException;

/** Those who get alerts, as configured; what is wrong with one of them keeps the service from starting. */
@Context
@Requires(notEnv = Environment.CLI)
public final class Recipients {

    private final Map<String, Recipient> recipients = new TreeMap<>();

    Recipients(
            Environment environment,
            MailSettings mail,
            WebhookSettings webhooks,
            @Value("${protocol-gate.url:}") String url) {
        for (Recipient one : new RecipientSettings(environment, webhooks).read()) {
            recipients.put(one.name(), one);
        }
        if (!mails().isEmpty() && mail.from().isEmpty()) {
            throw new CannotStartException(
                    "PROTOCOL_GATE_MAIL_FROM is missing: the address from which alerts are mailed.");
        } else if (!mails().isEmpty()) {
            MailSettings.check("PROTOCOL_GATE_MAIL_FROM", mail.from());
        }
        if (!recipients.isEmpty() && !url.matches("https?://[^\\s?#]+")) {
            throw new CannotStartException(
                    "PROTOCOL_GATE_URL is needed where there are recipients of alerts: the address"
                            + " of this service for links, such as https://gate.example.org");
        }
    }

    /** The mail addresses among them. */
    public List<String> mails() {
        return recipients.values().stream()
                .map(Recipient::mail)
                .filter(Objects::nonNull)
                .toList();
    }

    Optional<Recipient> find(String name) {
        return Optional.ofNullable(recipients.get(name));
    }

    Collection<Recipient> all() {
        return Collections.unmodifiableCollection(recipients.values());
    }

    /** How often an alert can go on until there is nobody left. */
    int highest() {
        return recipients.values().stream()
                .mapToInt(Recipient::escalation)
                .max()
                .orElse(0);
    }
}
