package org.protocolgate.digest;

import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Postbox;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;

/** A site with two people who get digests, which are sent by hand. It is 12:00 there on 2026-03-10. */
final class DigestSite implements AutoCloseable {

    static final String LOWEST = "3.0e8";
    static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    /** Stands against an infusion for two weeks. */
    static final String BARICITINIB =
            "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-01\"}]";

    final Postbox box = new Postbox();
    final Service service;
    final Trial trial;
    private final Map<String, Object> settings = new HashMap<>();

    DigestSite(Database database) {
        settings.putAll(database.fresh());
        settings.put("testing.clock", "set");
        settings.put("protocol-gate.jobs.threads", 0);
        settings.put("protocol-gate.url", "https://gate.example.org");
        settings.put("protocol-gate.digest.to", "ward@example.org, office@example.org");
        settings.put("protocol-gate.mail.from", "gate@example.org");
        settings.put("protocol-gate.mail.host", "127.0.0.1");
        settings.put("protocol-gate.mail.port", box.port());
        service = anotherProcess();
        trial = Trial.at(service);
    }

    /** A process on the same database; to be closed. */
    Service anotherProcess() {
        return Service.start(Database.H2, settings); // the settings name the database
    }

    void send() {
        service.bean(Digest.class).send();
    }

    void aDayPasses() {
        service.bean(SetClock.class).pass(Duration.ofDays(1));
    }

    /** The mails to one of the two, in order. */
    List<MimeMessage> mailsToWard() throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : box.messages()) {
            if (mail.getAllRecipients()[0].toString().equals("ward@example.org")) {
                mails.add(mail);
            }
        }
        return mails;
    }

    String bodyToWard(int number) throws Exception {
        return ((Multipart) mailsToWard().get(number).getContent())
                .getBodyPart(0)
                .getContent()
                .toString()
                .replace("\r\n", "\n")
                .strip();
    }

    @Override
    public void close() {
        service.close();
        box.close();
    }
}
