package org.protocolgate.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import java.util.List;
import org.protocolgate.delivery.Recipients;
import org.protocolgate.digest.Digest;
import org.protocolgate.mail.MailSettings;
import org.protocolgate.setting.CannotStartException;

/** Who gets a digest: those who are configured for it, otherwise whoever gets alerts by mail. */
@Context
@Requires(notEnv = Environment.CLI)
final class DigestTo implements Digest.Recipients {

    private final List<String> mails;

    DigestTo(@Value("${protocol-gate.digest.to:}") List<String> to, Recipients alerted, MailSettings mail) {
        List<String> own =
                to.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
        mails = (own.isEmpty() ? alerted.mails() : own).stream().distinct().toList();
        if (!own.isEmpty() && mail.from().isEmpty()) {
            throw new CannotStartException("PROTOCOL_GATE_DIGEST_TO needs PROTOCOL_GATE_MAIL_FROM, the address from"
                    + " which digests are sent.");
        }
        if (!own.isEmpty()) {
            MailSettings.check("PROTOCOL_GATE_MAIL_FROM", mail.from());
        }
        own.forEach(address -> MailSettings.check("PROTOCOL_GATE_DIGEST_TO", address));
    }

    @Override
    public List<String> mails() {
        return mails;
    }
}
