package org.protocolgate.mail;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.protocolgate.setting.CannotStartException;

/**
 * The mail server. What is not set for all mail is taken from what is set for seals, which had a server before others did:
 * application.yml.
 *
 * @param from the address from which mail is sent; empty where none is set
 * @param startTls never to speak to the server but encrypted
 * @param patience milliseconds for the server to answer each time, after which it counts as away
 */
@Singleton
public record MailSettings(
        @Value("${protocol-gate.mail.from}") String from,

        @Value("${protocol-gate.mail.host}") String host,

        @Value("${protocol-gate.mail.port}") int port,

        @Value("${protocol-gate.mail.username}") String username,

        @Value("${protocol-gate.mail.password}") String password,

        @Value("${protocol-gate.mail.starttls}") boolean startTls,

        @Value("${protocol-gate.mail.patience}") int patience) {

    /**
     * Checks an address.
     *
     * @param setting the name of what it was set by
     * @throws CannotStartException where it is none
     */
    public static void check(String setting, String address) {
        try {
            new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new CannotStartException(setting + " is no mail address: " + address);
        }
    }

    /** The password stays where it is needed. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
