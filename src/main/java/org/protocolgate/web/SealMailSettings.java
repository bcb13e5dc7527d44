package org.protocolgate.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.util.List;
import java.util.stream.Stream;
import org.protocolgate.mail.MailSettings;
import org.protocolgate.setting.CannotStartException;

/** Where seals are mailed to, and from whom. Without a recipient there is none of this. */
@Context
@Requires(property = "protocol-gate.seal.mail.to", pattern = ".+")
@Requires(notEnv = Environment.CLI)
record SealMailSettings(
        @Value("${protocol-gate.seal.mail.to}") List<String> to, MailSettings mail) {

    SealMailSettings {
        to = to.stream().map(String::strip).toList();
        if (mail.from().isEmpty()) {
            throw new CannotStartException("PROTOCOL_GATE_SEAL_MAIL_TO needs PROTOCOL_GATE_MAIL_FROM, or"
                    + " PROTOCOL_GATE_SEAL_MAIL_FROM: the address from which seals are sent.");
        }
        Stream.concat(Stream.of(mail.from()), to.stream())
                .forEach(address -> MailSettings.check("PROTOCOL_GATE_SEAL_MAIL_TO or _FROM", address));
    }
}
