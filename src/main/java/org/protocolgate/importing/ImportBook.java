package org.protocolgate.importing;

import jakarta.inject.Singleton;
import java.util.List;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Happened;
import org.protocolgate.importing.ImportReport.Did;
import org.protocolgate.importing.ImportReport.Line;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.Pen;
import org.protocolgate.study.Together;

/** Takes over what was read, in one transaction, and reports on each record. */
@Singleton
public final class ImportBook {

    private final Together together;
    private final ImportSources sources;
    private final ImportCorrections corrections;
    private final ServedRules rules;

    ImportBook(Together together, ImportSources sources, ImportCorrections corrections, ServedRules rules) {
        this.together = together;
        this.sources = sources;
        this.corrections = corrections;
        this.rules = rules;
    }

    /**
     * Takes over what was read of a participant.
     *
     * @param trial whether nothing is to be stored, only said what would be
     * @throws org.protocolgate.study.NotThereException where nobody is enrolled under the code
     * @throws org.protocolgate.study.ConflictException where the code is voided
     */
    public ImportReport take(String code, Import sent, boolean trial, Actor actor) {
        boolean open = InTheLight.isNeeded(sent.readings());
        List<Readable> read = open ? List.of() : Readables.of(sent.readings(), sent.system(), rules.zone());
        return together.write(code, actor, pen -> {
            List<Readable> readables = open ? inTheLight(code, sent) : read;
            boolean stored = !trial && !(sent.whole() && readables.stream().anyMatch(Readable::isRefused));
            Taking taking = new Taking(
                    code, sent.system(), sources.of(code, sent.system()), stored ? new Writer(pen) : new Trial());
            List<Line> lines = readables.stream().map(taking::take).toList();
            ImportReport report = ImportReport.of(code, sent, stored, lines);
            if (stored) {
                pen.tell(told(report));
                pen.afterwards(() -> save(taking));
            }
            return report;
        });
    }

    /** Read while others wait: what was taken before must not change in between. */
    private List<Readable> inTheLight(String code, Import sent) {
        List<Reading> whole = InTheLight.of(sent.readings(), sources.texts(code, sent.system()));
        return Readables.of(whole, sent.system(), rules.zone());
    }

    private void save(Taking taking) {
        if (!taking.sources().isEmpty()) {
            sources.saveAll(taking.sources());
        }
        if (!taking.corrections().isEmpty()) {
            corrections.saveAll(taking.corrections());
        }
    }

    private static Happened told(ImportReport report) {
        return Happened.of(Action.IMPORTED)
                .to(report.participant())
                .about(report.digest())
                .with("format", report.format())
                .with("lines", report.lines().size())
                .with("recorded", report.count(Did.RECORDED))
                .with("corrected", report.count(Did.CORRECTED))
                .with("withdrawn", report.count(Did.WITHDRAWN))
                .with("doubtful", report.doubtful());
    }

    /** Writes with the pen. */
    private record Writer(Pen pen) implements Hand {
        @Override
        public java.util.UUID record(org.protocolgate.intake.SentFact fact) {
            return pen.record(fact);
        }

        @Override
        public java.util.UUID correct(java.util.UUID old, org.protocolgate.intake.SentFact by, String reason) {
            return pen.correct(old, by, reason);
        }

        @Override
        public void withdraw(java.util.UUID old, String reason) {
            pen.withdraw(old, reason);
        }
    }

    /** Writes nothing. */
    private record Trial() implements Hand {}
}
