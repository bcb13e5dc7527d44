package org.protocolgate.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import io.micronaut.context.env.Environment;
import io.micronaut.core.type.Argument;
import io.micronaut.core.value.PropertyCatalog;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.Severity;
import org.protocolgate.mail.MailSettings;
import org.protocolgate.setting.CannotStartException;
import org.protocolgate.user.Role;

/** Reads who gets alerts from the configuration: {@code protocol-gate.recipients.NAME.…}. */
final class RecipientSettings {

    private static final String PREFIX = "protocol-gate.recipients";
    private static final Set<String> KNOWN = Set.of("mail", "webhook", "secret", "severities", "role", "escalation");
    private static final String SECRET = "whsec_";
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_NAME = 100;

    private final Environment environment;
    private final WebhookSettings webhooks;

    RecipientSettings(Environment environment, WebhookSettings webhooks) {
        this.environment = environment;
        this.webhooks = webhooks;
    }

    /** @throws CannotStartException naming the recipient and what is wrong with it */
    List<Recipient> read() {
        Set<String> names = new TreeSet<>();
        Set<String> others = new TreeSet<>();
        for (String entry : entries(PREFIX)) {
            boolean isSet = entries(PREFIX + "." + entry).stream().anyMatch(KNOWN::contains);
            (isSet ? names : others).add(entry);
        }
        others.stream()
                .filter(entry -> names.stream().noneMatch(name -> isSpelling(entry, name)))
                .findFirst()
                .ifPresent(entry -> {
                    throw wrong(entry, "has no address: set .mail or .webhook");
                });
        List<Recipient> read = new ArrayList<>();
        names.forEach(name -> read.add(read(name)));
        return read;
    }

    /** The next parts of names that begin so, those of environment variables included. */
    private Set<String> entries(String prefix) {
        Set<String> entries = new TreeSet<>(environment.getPropertyEntries(prefix, PropertyCatalog.NORMALIZED));
        entries.addAll(environment.getPropertyEntries(prefix, PropertyCatalog.GENERATED));
        return entries;
    }

    /** Of an environment variable every part of its name could be one: RECIPIENTS_A_B_MAIL is a.b-mail too, and a-b-mail. */
    private static boolean isSpelling(String entry, String name) {
        return name.startsWith(entry + "-") || entry.startsWith(name + "-");
    }

    private Recipient read(String name) {
        String mail = text(name, "mail");
        String webhook = text(name, "webhook");
        if (name.length() > LONGEST_NAME) {
            throw wrong(name, "has a name of more than " + LONGEST_NAME + " characters");
        } else if (mail == null && webhook == null) {
            throw wrong(name, "has no address: set .mail or .webhook");
        } else if (mail != null && webhook != null) {
            throw wrong(name, "has two addresses: set .mail or .webhook, not both");
        }
        if (mail != null) {
            MailSettings.check(PREFIX + "." + name + ".mail", mail);
        }
        return new Recipient(
                name,
                mail,
                webhook == null ? null : new Recipient.Hook(uri(name, webhook), signing(name)),
                severities(name),
                role(name),
                escalation(name));
    }

    private URI uri(String name, String webhook) {
        try {
            URI uri = new URI(webhook);
            boolean plain = "http".equals(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || !plain && !"https".equals(uri.getScheme())) {
                throw wrong(name, "has a webhook that is no address such as https://example.org/alerts");
            } else if (plain && !webhooks.httpHosts().contains(uri.getHost())) {
                throw wrong(
                        name,
                        "has a webhook without encryption: use https, or name its host in"
                                + " protocol-gate.webhooks.http-hosts");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw wrong(name, "has a webhook that is no address such as https://example.org/alerts");
        }
    }

    private Webhook signing(String name) {
        String secret = text(name, "secret");
        try {
            if (secret != null
                    && secret.startsWith(SECRET)
                    && Base64.getDecoder().decode(secret.substring(SECRET.length())).length >= SHORTEST_SECRET) {
                return new Webhook(secret);
            }
        } catch (IllegalArgumentException | EmptyWebhookSecretException e) {
            // what is needed instead is said below
        }
        throw wrong(
                name,
                "has a webhook without a good .secret: " + SECRET + " and at least " + SHORTEST_SECRET
                        + " random bytes in Base64, such as the output of: echo " + SECRET
                        + "$(openssl rand -base64 32)");
    }

    private Set<Severity> severities(String name) {
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        List<String> given = environment
                .getProperty(PREFIX + "." + name + ".severities", Argument.listOf(String.class))
                .orElse(List.of(Severity.STOP.name(), Severity.ACTION.name()));
        given.forEach(word -> severities.add(word(name, "severities", Severity.class, word)));
        if (severities.isEmpty()) {
            throw wrong(name, "gets nothing: .severities is empty");
        }
        return severities;
    }

    private @Nullable Role role(String name) {
        String role = text(name, "role");
        return role == null ? null : word(name, "role", Role.class, role);
    }

    private <E extends Enum<E>> E word(String name, String setting, Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(
                    name,
                    "has an unknown word in ." + setting + ": " + word + "; known are "
                            + List.of(type.getEnumConstants()));
        }
    }

    private int escalation(String name) {
        String given = text(name, "escalation");
        if (given != null && !given.matches("\\d{1,2}")) {
            throw wrong(name, "has an .escalation that is no number from 0 on: " + given);
        }
        return given == null ? 0 : Integer.parseInt(given);
    }

    private @Nullable String text(String name, String setting) {
        return environment
                .getProperty(PREFIX + "." + name + "." + setting, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    private static CannotStartException wrong(String name, String what) {
        return new CannotStartException("The recipient " + name + " (" + PREFIX + "." + name + ") " + what + ".");
    }
}
