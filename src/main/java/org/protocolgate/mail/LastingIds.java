package org.protocolgate.mail;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.email.Email;
import io.micronaut.email.javamail.composer.DefaultMessageComposer;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** Mails whose identifier stays the one that was given to them; any other gets a new one each time it is sent. */
@Singleton
@Replaces(DefaultMessageComposer.class)
final class LastingIds extends DefaultMessageComposer {

    @Override
    public Message compose(Email mail, Session session) throws MessagingException {
        return new Lasting((MimeMessage) super.compose(mail, session));
    }

    private static final class Lasting extends MimeMessage {

        Lasting(MimeMessage mail) throws MessagingException {
            super(mail);
        }

        @Override
        protected void updateMessageID() {
            // it has one
        }
    }
}
