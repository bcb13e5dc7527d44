package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Participant;

/** The consents that a participant has signed. */
public final class Consents {

    private final List<Consent> signed;
    private final @Nullable Consent first;
    private final @Nullable PartialDate birthDate;

    Consents(List<Consent> signed, Participant participant) {
        this.signed = signed;
        first = signed.stream().min(Latest.ORDER).orElse(null);
        birthDate = participant.birthDate();
    }

    public boolean isMissing() {
        return signed.isEmpty();
    }

    /** The consent signed first, in the order of records. */
    public @Nullable Consent getFirst() {
        return first;
    }

    /** Completed years at the first consent, as a range where dates are not fully known, or null where one is missing. */
    public @Nullable Age getAge() {
        return first == null ? null : Age.on(first.on(), birthDate);
    }

    /** Whether the first consent was surely signed by the day. */
    public boolean surelySignedBy(LocalDate day) {
        return first != null && !first.on().latest().isAfter(day);
    }

    public boolean perhapsSignedBy(LocalDate day) {
        return first != null && !first.on().earliest().isAfter(day);
    }

    /** The first day on which the first of them may have been signed. */
    public @Nullable LocalDate getEarliest() {
        return first == null ? null : first.on().earliest();
    }

    /** Whether one was surely signed after a withdrawal, and by {@code day}. */
    public boolean surelyRenewed(Withdrawal withdrawal, LocalDate day) {
        return signed.stream().anyMatch(c -> withdrawal.surelyFollowedBy(c, day));
    }

    /** The first later day by which one will surely have been signed after the withdrawal, or null. */
    public @Nullable LocalDate nextRenewal(Withdrawal withdrawal) {
        return signed.stream()
                .filter(c -> withdrawal.surelyFollowedBy(c, LocalDate.MAX))
                .map(c -> c.on().latest())
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
