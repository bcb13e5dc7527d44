package org.protocolgate.web;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.env.Environment;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where seals are mailed to, and over which server. Without a recipient there is none of this.
 *
 * @param startTls never to speak to the server but encrypted
 * @param patience milliseconds for the server to answer each time, after which it counts as away
 */
@Context
@Requires(property = "protocol-gate.seal.mail.to", pattern = ".+")
@Requires(notEnv = Environment.CLI)
record SealMailSettings(
        @Value("${protocol-gate.seal.mail.to}") List<String> to,
        @Value("${protocol-gate.seal.mail.from:}") String from,
        @Value("${protocol-gate.seal.mail.host:localhost}") String host,
        @Value("${protocol-gate.seal.mail.port:25}") int port,
        @Value("${protocol-gate.seal.mail.username:}") String username,
        @Value("${protocol-gate.seal.mail.password:}") String password,
        @Value("${protocol-gate.seal.mail.starttls:false}") boolean startTls,
        @Value("${protocol-gate.seal.mail.patience:10000}") int patience) {

    SealMailSettings {
        to = to.stream().map(String::strip).toList();
        if (from.isEmpty()) {
            throw new CannotStartException("PROTOCOL_GATE_SEAL_MAIL_TO needs PROTOCOL_GATE_SEAL_MAIL_FROM, the address"
                    + " from which seals are sent.");
        }
        Stream.concat(Stream.of(from), to.stream()).forEach(SealMailSettings::check);
    }

    private static void check(String address) {
        try {
            new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new CannotStartException("PROTOCOL_GATE_SEAL_MAIL_TO or _FROM is no mail address: " + address);
        }
    }
}
