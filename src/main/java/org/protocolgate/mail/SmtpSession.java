package org.protocolgate.mail;

import io.micronaut.email.javamail.sender.SessionProvider;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;

/** How the mail server is spoken to. The library's own session is one for the whole process, with the settings of who came first. */
@Singleton
final class SmtpSession implements SessionProvider {

    private final Session session;

    SmtpSession(MailSettings settings) {
        boolean known = !settings.username().isEmpty();
        Properties smtp = new Properties();
        smtp.setProperty("mail.smtp.host", settings.host());
        smtp.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        smtp.setProperty("mail.smtp.auth", String.valueOf(known));
        smtp.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        smtp.setProperty("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        smtp.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // message identifiers are made of this in place of the account and name of the machine
        smtp.setProperty("mail.from", settings.from());
        for (String wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            smtp.setProperty("mail.smtp." + wait, String.valueOf(settings.patience()));
        }
        session = Session.getInstance(smtp, known ? new Login(settings) : null);
    }

    @Override
    public Session session() {
        return session;
    }

    private static final class Login extends Authenticator {

        private final MailSettings settings;

        Login(MailSettings settings) {
            this.settings = settings;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(settings.username(), settings.password());
        }
    }
}
