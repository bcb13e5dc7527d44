package org.protocolgate.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A mail server that keeps what it gets, and can be away for a while. What it got before it was away is gone. */
public final class Postbox implements AutoCloseable {

    private final Set<String> refused = new HashSet<>();
    private GreenMail server = started(0);

    private static GreenMail started(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    public void whileAway(Runnable action) {
        int port = port();
        server.stop();
        action.run();
        server = started(port);
    }

    public void takeOnlyFrom(String username, String password) {
        server.setUser("account@example.org", username, password);
        server.getManagers().getUserManager().setAuthRequired(true);
    }

    /** From now on mails that begin so are refused, and no others. */
    public void refuse(String... subjects) {
        refused.clear();
        refused.addAll(List.of(subjects));
        server.getUserManager().setMessageDeliveryHandler((message, to) -> {
            String subject = message.getMessage().getSubject();
            if (refused.stream().anyMatch(subject::startsWith)) {
                throw new MessagingException("refused");
            }
            return server.setUser(to.getEmail(), "");
        });
    }

    public MimeMessage[] messages() {
        return server.getReceivedMessages();
    }

    public List<String> subjects() {
        return Arrays.stream(messages()).map(Postbox::subject).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
