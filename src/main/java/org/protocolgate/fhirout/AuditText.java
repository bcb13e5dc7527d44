package org.protocolgate.fhirout;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Entry;

/** Entries of the audit log as AuditEvent. */
public final class AuditText {

    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String KIND = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final Set<String> FAILED = Set.of("LOGIN_FAILED", "ACCESS_REFUSED");
    private static final Set<String> OF_ACCOUNTS =
            Set.of("LOGGED_IN", "LOGIN_FAILED", "LOGGED_OUT", "ACCOUNT_LOCKED", "ACCOUNT_UNLOCKED");

    private AuditText() {}

    /**
     * A page of entries as a Bundle, in their order.
     *
     * @param sentence what an entry tells
     * @param self the address of the page
     * @param next that of the next one, or null on the last
     */
    public static String page(
            List<Entry> entries,
            Function<Entry, String> sentence,
            Locale language,
            String self,
            @Nullable String next) {
        Bundle bundle = Pages.begin(self, next);
        entries.forEach(entry -> Pages.add(bundle, entry.id(), event(entry, sentence.apply(entry), language)));
        return Naming.written(bundle);
    }

    private static AuditEvent event(Entry entry, String sentence, Locale language) {
        AuditEvent event = new AuditEvent();
        event.setId(entry.id().toString());
        event.setType(type(entry));
        event.addSubtype(Naming.coding("action", entry.action()));
        event.setAction(action(entry.action()));
        event.setRecordedElement(Naming.instant(entry.at()));
        event.setOutcome(FAILED.contains(entry.action()) ? AuditEventOutcome._4 : AuditEventOutcome._0);
        event.setOutcomeDesc(sentence);
        event.addAgent()
                .setWho(Naming.named("user", entry.username()))
                .setAltId(entry.username())
                .setRequestor(true)
                .addRole(Naming.concept("role", entry.role()));
        event.getSource().setObserver(Naming.service());
        if (entry.participant() != null) {
            event.addEntity()
                    .setWhat(Naming.participant(entry.participant()))
                    .setType(new Coding(KIND, "1", "Person"))
                    .setRole(new Coding(ROLE, "1", "Patient"));
        }
        event.addEntity(record(entry));
        Naming.narrate(event, language, List.of(sentence));
        return event;
    }

    /** What it tells of, with what its hash was made of, so that the chain can still be checked. */
    private static AuditEventEntityComponent record(Entry entry) {
        AuditEventEntityComponent record = new AuditEventEntityComponent();
        record.setWhat(
                Naming.named("record", entry.record() == null ? entry.id().toString() : entry.record()));
        record.setType(new Coding(KIND, "4", "Other"));
        detail(record, "chain", entry.chain());
        detail(record, "seq", Long.toString(entry.seq()));
        detail(record, "at", entry.at().toString());
        detail(record, "level", entry.level());
        detail(record, "criterion", entry.criterion());
        detail(record, "rule", entry.rule());
        detail(record, "status", entry.status());
        detail(
                record,
                "decision",
                entry.decision() == null ? null : entry.decision().toString());
        detail(record, "details", entry.details());
        detail(record, "hash", entry.hash());
        return record;
    }

    private static void detail(AuditEventEntityComponent record, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            record.addDetail().setType(name).setValue(new StringType(value));
        }
    }

    private static Coding type(Entry entry) {
        if (OF_ACCOUNTS.contains(entry.action())) {
            return new Coding(DICOM, "110114", "User Authentication");
        }
        if (entry.action().equals("EXPORTED")) {
            return new Coding(DICOM, "110106", "Export");
        }
        return entry.participant() == null
                ? new Coding(DICOM, "110100", "Application Activity")
                : new Coding(DICOM, "110110", "Patient Record");
    }

    /** Nothing is ever deleted, so nothing is a D. */
    private static AuditEventAction action(String action) {
        if (action.matches(".*_(RECORDED|ENROLLED|MADE|RAISED|CREATED|AUTHORISED|FOUND)|IMPORTED|DOSE_DECIDED")) {
            return AuditEventAction.C;
        }
        if (action.matches(".*_(CHANGED|CORRECTED|WITHDRAWN|VOIDED|ENDED|RESOLVED|REVOKED|ACKNOWLEDGED|SNOOZED)")) {
            return AuditEventAction.U;
        }
        return action.equals("EXPORTED") ? AuditEventAction.R : AuditEventAction.E;
    }
}
