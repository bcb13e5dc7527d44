package org.protocolgate.web;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.fhir.Bundles;
import org.protocolgate.fhir.Subject;
import org.protocolgate.importing.Import;
import org.protocolgate.importing.ImportBook;
import org.protocolgate.importing.ImportReport;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.sheet.Sheets;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.ParticipantView;

/** Has what was sent read by its format, and what was read taken over. */
@Singleton
final class Importing {

    private static final int LONGEST_SOURCE = 200;

    private final ParticipantBook participants;
    private final Bundles bundles;
    private final ImportBook book;

    Importing(ParticipantBook participants, Bundles bundles, ImportBook book) {
        this.participants = participants;
        this.bundles = bundles;
        this.book = book;
    }

    /**
     * What is to be done with a file.
     *
     * @param code of the participant
     * @param type of the content
     * @param source the system it comes from, as the sender calls it
     * @param kind of the facts in a CSV file
     */
    record Order(
            String code,
            String type,
            @Nullable String source,
            @Nullable String kind,
            boolean partial,
            boolean trial,
            Actor actor) {}

    ImportReport take(Uploads.Upload upload, Order order) throws RefusedException {
        ParticipantView participant = participants.read(order.code());
        String source = order.source();
        if (source != null && (source.isBlank() || source.length() > LONGEST_SOURCE || hasControl(source))) {
            throw refused("source", "a text of 1 to " + LONGEST_SOURCE + " characters is needed");
        }
        boolean fhir =
                order.type().equals(ImportController.FHIR) || order.type().equals(MediaType.APPLICATION_JSON);
        List<Reading> readings = fhir ? bundle(upload, participant) : rows(upload, order);
        return book.take(
                order.code(),
                new Import(
                        fhir ? "FHIR R4" : order.type().equals(ImportController.CSV) ? "CSV" : "XLSX",
                        source == null ? fhir ? "FHIR" : "sheet" : source,
                        upload.digest(),
                        !fhir && !order.partial(),
                        readings),
                order.trial(),
                order.actor());
    }

    private List<Reading> bundle(Uploads.Upload upload, ParticipantView participant) throws RefusedException {
        Subject subject = new Subject(participant.study(), participant.sex().name(), participant.birthDate());
        return bundles.read(upload.file(), subject);
    }

    private static List<Reading> rows(Uploads.Upload upload, Order order) throws RefusedException {
        if (!order.type().equals(ImportController.CSV)) {
            return Sheets.workbook(upload.file());
        }
        String kind = order.kind();
        if (kind == null) {
            throw refused("kind", "is missing: which kind of facts is in the file, as its template");
        }
        return Sheets.csv(upload.file(), kind);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    private static RefusedException refused(String name, String message) {
        return new RefusedException(List.of(new Violation(name, message)));
    }
}
