package org.protocolgate.web;

import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.cdisc.Dataset;
import org.protocolgate.cdisc.Datasets;
import org.protocolgate.fhir.Bundles;
import org.protocolgate.fhir.Subject;
import org.protocolgate.importing.Import;
import org.protocolgate.importing.ImportBook;
import org.protocolgate.importing.ImportReport;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.odm.ClinicalData;
import org.protocolgate.odm.ClinicalDataFiles;
import org.protocolgate.sheet.Sheets;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.ParticipantView;

/** Has what was sent read by its format, and what was read taken over. */
@Singleton
final class Importing {

    /** Others wait while one import is written. */
    private static final int MOST_RECORDS = 20_000;

    private static final int LONGEST_SOURCE = 200;
    private static final String CDISC = "CDISC";

    private final ParticipantBook participants;
    private final Bundles bundles;
    private final Datasets datasets;
    private final ClinicalDataFiles odm;
    private final ImportBook book;

    Importing(
            ParticipantBook participants, Bundles bundles, Datasets datasets, ClinicalDataFiles odm, ImportBook book) {
        this.participants = participants;
        this.bundles = bundles;
        this.datasets = datasets;
        this.odm = odm;
        this.book = book;
    }

    /**
     * What is to be done with a file.
     *
     * @param code of the participant
     * @param type of the content
     * @param source the system it comes from, as the sender calls it
     * @param kind of the facts in a CSV file
     * @param subject of a dataset or an ODM file, whose data are the participant's; null where it is called by the code
     */
    record Order(
            String code,
            String type,
            @Nullable String source,
            @Nullable String kind,
            @Nullable String subject,
            boolean partial,
            boolean trial,
            Actor actor) {}

    ImportReport take(Uploads.Upload upload, Order order) throws RefusedException {
        ParticipantView participant = participants.read(order.code());
        checkSource(order.source());
        SentSubjects subjects = subjects(upload, order.type());
        if (subjects != null) {
            List<Reading> mine = subjects.of(order.code(), order.subject());
            return take(upload, order.code(), subjects.format(), subjects.from(), mine, order);
        }
        boolean fhir = order.type().equals(Fhir.JSON) || order.type().equals(MediaType.APPLICATION_JSON);
        List<Reading> readings = fhir ? bundle(upload, participant) : rows(upload, order);
        String sheet = order.type().equals(ImportController.CSV) ? "CSV" : "XLSX";
        return take(upload, order.code(), fhir ? "FHIR R4" : sheet, fhir ? "FHIR" : "sheet", readings, order);
    }

    /** Takes over a dataset, an ODM file or a sheet of many subjects: of each who is enrolled under this code, in a transaction of its own. */
    ImportsView takeAll(Uploads.Upload upload, Order order) throws RefusedException {
        checkSource(order.source());
        List<ImportReport> reports = new ArrayList<>();
        List<String> others = new ArrayList<>();
        SentSubjects several = subjects(upload, order.type());
        SentSubjects subjects = several == null ? sheet(upload, order) : several;
        for (List<Reading> rows : subjects.readings().values()) {
            checkNumber(rows);
        }
        for (Map.Entry<String, List<Reading>> subject : subjects.readings().entrySet()) {
            if (!isThere(subject.getKey())) {
                others.add(subject.getKey());
                continue;
            }
            reports.add(take(upload, subject.getKey(), subjects.format(), subjects.from(), subject.getValue(), order));
        }
        return new ImportsView(reports, others);
    }

    /** What formats of several subjects say; null of the others. */
    private @Nullable SentSubjects subjects(Uploads.Upload upload, String type) throws RefusedException {
        if (ImportController.XML.contains(type)) {
            ClinicalData data = odm.read(upload.file());
            String from = data.study().isEmpty() || data.study().length() > LONGEST_SOURCE ? "ODM" : data.study();
            return new SentSubjects(data.format(), from, data.subjects(), data.codes());
        }
        if (type.equals(MediaType.APPLICATION_JSON) && Datasets.isOne(upload.file())) {
            Dataset dataset = datasets.read(upload.file());
            return new SentSubjects(CDISC, dataset.study(), dataset.rows(), Map.of());
        }
        return null;
    }

    /** A sheet of which each row says whose it is. */
    private static SentSubjects sheet(Uploads.Upload upload, Order order) throws RefusedException {
        return switch (order.type()) {
            case ImportController.CSV ->
                new SentSubjects("CSV", "sheet", Sheets.csvOfMany(upload.file(), order.kind()), Map.of());
            case ImportController.XLSX ->
                new SentSubjects("XLSX", "sheet", Sheets.workbookOfMany(upload.file()), Map.of());
            default -> throw refused("", "neither a dataset of several subjects, nor an ODM file, nor a sheet");
        };
    }

    private boolean isThere(String code) {
        try {
            return participants.read(code).voided() == null;
        } catch (NotThereException e) {
            return false;
        }
    }

    private ImportReport take(
            Uploads.Upload upload, String code, String format, String from, List<Reading> readings, Order order)
            throws RefusedException {
        checkNumber(readings);
        boolean sheet = format.equals("CSV") || format.equals("XLSX");
        String source = order.source() == null ? from : order.source();
        Import read = new Import(format, source, upload.digest(), sheet && !order.partial(), readings);
        return book.take(code, read, order.trial(), order.actor());
    }

    private static void checkNumber(List<Reading> readings) throws RefusedException {
        if (readings.size() > MOST_RECORDS) {
            throw refused("", "more than " + MOST_RECORDS + " records of one participant; send them in parts");
        }
    }

    private static void checkSource(@Nullable String source) throws RefusedException {
        if (source != null && (source.isBlank() || source.length() > LONGEST_SOURCE || hasControl(source))) {
            throw refused("source", "a text of 1 to " + LONGEST_SOURCE + " characters is needed");
        }
    }

    private List<Reading> bundle(Uploads.Upload upload, ParticipantView participant) throws RefusedException {
        Subject subject = new Subject(participant.study(), participant.sex().name(), participant.birthDate());
        return bundles.read(upload.file(), subject);
    }

    private static List<Reading> rows(Uploads.Upload upload, Order order) throws RefusedException {
        return order.type().equals(ImportController.CSV)
                ? Sheets.csv(upload.file(), order.kind())
                : Sheets.workbook(upload.file());
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }

    static RefusedException refused(String name, String message) {
        return new RefusedException(List.of(new Violation(name, message)));
    }
}
