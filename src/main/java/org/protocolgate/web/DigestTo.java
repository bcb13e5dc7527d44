package org.protocolgate.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.util.List;
import org.protocolgate.digest.Digest;
import org.protocolgate.mail.MailSettings;
import org.protocolgate.setting.CannotStartException;

/** Who gets a digest, as it is configured. */
@Context
@Requires(property = "protocol-gate.digest.to", pattern = ".+")
@Requires(notEnv = Environment.CLI)
final class DigestTo implements Digest.Recipients {

    private final List<String> mails;

    DigestTo(@Value("${protocol-gate.digest.to}") List<String> to, MailSettings mail) {
        mails = to.stream().map(String::strip).distinct().toList();
        if (mail.from().isEmpty()) {
            throw new CannotStartException("PROTOCOL_GATE_DIGEST_TO needs PROTOCOL_GATE_MAIL_FROM, the address from"
                    + " which digests are sent.");
        }
        MailSettings.check("PROTOCOL_GATE_MAIL_FROM", mail.from());
        mails.forEach(address -> MailSettings.check("PROTOCOL_GATE_DIGEST_TO", address));
    }

    @Override
    public List<String> mails() {
        return mails;
    }
}
