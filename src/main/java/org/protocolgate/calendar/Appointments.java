package org.protocolgate.calendar;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.Outlooks;
import org.protocolgate.study.ParticipantBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The appointments of everybody who takes part. Nothing is kept, and nobody is waited for: each participant is read by itself. */
@Singleton
public final class Appointments {

    private static final Logger LOG = LoggerFactory.getLogger(Appointments.class);
    private static final int AT_A_TIME = 200;

    private final TransactionOperations<Connection> transactions;
    private final ParticipantBook participants;
    private final Outlooks outlooks;
    private final ServedRules rules;
    private final Clock clock;

    Appointments(
            TransactionOperations<Connection> transactions,
            ParticipantBook participants,
            Outlooks outlooks,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.participants = participants;
        this.outlooks = outlooks;
        this.rules = rules;
        this.clock = clock;
    }

    /** All of the study, by day, then by participant. */
    public List<Appointment> all(Locale language) {
        String study = rules.ask(rulebook -> rulebook.study());
        Instant now = clock.instant();
        List<Appointment> all = new ArrayList<>();
        List<String> codes = codes(study, "");
        while (!codes.isEmpty()) {
            all.addAll(of(codes, study, now, language));
            codes = codes(study, codes.get(codes.size() - 1));
        }
        all.sort(Comparator.comparing(Appointment::from).thenComparing(Appointment::participant));
        return List.copyOf(all);
    }

    private List<String> codes(String study, String after) {
        return transactions.executeRead(status -> participants.codes(study, after, null, AT_A_TIME));
    }

    private List<Appointment> of(List<String> codes, String study, Instant now, Locale language) {
        return rules.ask(rulebook -> {
            Outlooks.Looking looking = transactions.executeRead(status -> outlooks.at(codes, study, now, rulebook));
            return codes.stream()
                    .flatMap(code -> of(code, looking, now, language).stream())
                    .toList();
        });
    }

    private List<Appointment> of(String code, Outlooks.Looking looking, Instant now, Locale language) {
        try {
            return looking.of(code, null)
                    .map(outlook -> Arranging.of(outlook, language))
                    .orElse(List.of());
        } catch (RuntimeException e) {
            LOG.error("the days of {} are missing in the calendar", code, e);
            return List.of(Arranging.failed(code, LocalDate.ofInstant(now, rules.zone()), language));
        }
    }
}
