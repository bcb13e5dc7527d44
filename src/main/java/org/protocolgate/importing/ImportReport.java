package org.protocolgate.importing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of each record of an import. */
@Serdeable
public record ImportReport(
        String participant,
        String format,

        @Schema(description = "The system that the records came from.")
        String source,

        String digest,

        @Schema(description = "False of a trial, and where nothing was stored because a record could not be read.")
        boolean stored,

        int taken,
        int skipped,
        int doubtful,

        @Schema(description = "In the order in which they were sent.")
        List<Line> lines) {

    /** What became of a record. */
    public enum Outcome {
        TAKEN,
        SKIPPED,
        DOUBTFUL
    }

    /** What became of a fact. */
    public enum Did {
        RECORDED,
        CORRECTED,
        WITHDRAWN,
        UNCHANGED
    }

    /** One record. */
    @Serdeable
    @Schema(name = "ImportLine")
    public record Line(
            String place,
            @Nullable String record,
            Outcome outcome,
            List<Taken> facts,

            @Schema(description = "Why it was skipped, or what is missing.")
            List<Remark> remarks) {}

    /** A fact of a record. */
    @Serdeable
    @Schema(name = "ImportedFact")
    public record Taken(
            @Schema(description = "Null in a trial, of a fact that would be new.") @Nullable
            UUID id,

            Did did,
            Map<String, Object> fact) {}

    static ImportReport of(String participant, Import sent, boolean stored, List<Line> lines) {
        return new ImportReport(
                participant,
                sent.format(),
                sent.system(),
                sent.digest(),
                stored,
                count(lines, Outcome.TAKEN),
                count(lines, Outcome.SKIPPED),
                count(lines, Outcome.DOUBTFUL),
                lines);
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /** How many facts were dealt with so. */
    public int count(Did did) {
        return (int) lines.stream()
                .flatMap(line -> line.facts().stream())
                .filter(taken -> taken.did() == did)
                .count();
    }
}
