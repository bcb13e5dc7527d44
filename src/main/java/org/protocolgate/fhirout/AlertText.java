package org.protocolgate.fhirout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPriority;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertView;

/** Alerts as Communication. */
public final class AlertText {

    private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/communication-category";

    private AlertText() {}

    /** An alert as FHIR JSON. */
    public static String of(AlertView alert, Locale language) {
        return Naming.written(communication(alert, language));
    }

    /**
     * A page of alerts as a Bundle.
     *
     * @param self the address of the page
     * @param next that of the next one, or null on the last
     */
    public static String page(List<AlertView> alerts, Locale language, String self, @Nullable String next) {
        Bundle bundle = Pages.begin(self, next);
        alerts.forEach(alert -> Pages.add(bundle, alert.id(), communication(alert, language)));
        return Naming.written(bundle);
    }

    private static Communication communication(AlertView alert, Locale language) {
        Communication communication = new Communication();
        communication.setId(alert.id().toString());
        communication.addIdentifier(Naming.identifier("alert", alert.id().toString()));
        communication.setStatus(status(alert));
        communication.addCategory(new CodeableConcept(new Coding(CATEGORY, "alert", "Alert")));
        communication.setPriority(priority(alert));
        communication.addReasonCode(Naming.concept("cause", alert.cause().name()));
        communication.setSentElement(Naming.moment(alert.raisedAt()));
        communication.setSender(Naming.service());
        communication.addPayload().setContent(new StringType(alert.text()));
        if (alert.participant() != null) {
            communication.setSubject(Naming.participant(alert.participant()));
        }
        if (alert.level() != null) {
            communication.addAbout(Naming.named("level", alert.level()));
        }
        if (alert.criterion() != null) {
            communication.setTopic(Naming.concept("criterion", alert.criterion()));
        }
        if (alert.due() != null) {
            communication.addPayload().setContent(new StringType("due: " + alert.due()));
        }
        List<String> sentences = new ArrayList<>(List.of(alert.severity() + ": " + alert.text()));
        if (alert.acknowledgedAt() != null) {
            communication.setReceivedElement(Naming.moment(alert.acknowledgedAt()));
            if (alert.comment() != null) {
                communication
                        .addNote()
                        .setAuthor(new StringType(alert.acknowledgedBy()))
                        .setTimeElement(Naming.moment(alert.acknowledgedAt()))
                        .setText(alert.comment());
                sentences.add(alert.acknowledgedBy() + ": " + alert.comment());
            }
        }
        Naming.narrate(communication, language, sentences);
        return communication;
    }

    /** It goes on until its cause is gone, also when somebody has seen it. */
    private static CommunicationStatus status(AlertView alert) {
        return switch (alert.state()) {
            case OPEN, ACKNOWLEDGED -> CommunicationStatus.INPROGRESS;
            case SNOOZED -> CommunicationStatus.ONHOLD;
            case RESOLVED -> CommunicationStatus.COMPLETED;
        };
    }

    private static CommunicationPriority priority(AlertView alert) {
        return switch (alert.severity()) {
            case STOP -> CommunicationPriority.STAT;
            case ACTION -> CommunicationPriority.URGENT;
            case INFO -> CommunicationPriority.ROUTINE;
        };
    }
}
