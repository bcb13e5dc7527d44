package org.protocolgate.sweep;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A sweep as it is sent. */
@Serdeable
@Schema(name = "Sweep")
public record SweepView(
        UUID id,

        @Schema(
                description =
                        "DAILY and REQUESTED ask about all participants, NEAR about those with a gate in the next days.")
        String kind,

        Instant startedAt,
        String startedBy,
        @Nullable Instant finishedAt,
        int chunks,
        int chunksDone,
        int participants,

        @Schema(description = "Of whom nothing was asked: they take no part, or no gate is near.")
        int inactive,

        int asked,

        @Schema(description = "Answers that were not what was answered last; each was kept.")
        int changed,

        @Schema(description = "Alerts that were raised, changed in urgency or resolved.")
        int alerted,

        @Schema(description = "Participants whose evaluation failed; the sweep went on.")
        int failed,

        List<Failure> failures) {

    @Serdeable
    @Schema(name = "SweepFailure")
    public record Failure(String participant, String fault, Instant at) {}

    static SweepView of(Sweep sweep, List<Chunk> chunks, List<Failure> failures) {
        return new SweepView(
                sweep.id(),
                sweep.kind().name(),
                sweep.startedAt(),
                sweep.startedBy(),
                sweep.finishedAt(),
                chunks.size(),
                (int) chunks.stream().filter(chunk -> chunk.doneAt() != null).count(),
                sum(chunks, Chunk::participants),
                sum(chunks, Chunk::inactive),
                sum(chunks, Chunk::asked),
                sum(chunks, Chunk::changed),
                sum(chunks, Chunk::alerted),
                sum(chunks, Chunk::failed),
                failures);
    }

    private static int sum(List<Chunk> chunks, ToIntFunction<Chunk> number) {
        return chunks.stream().mapToInt(number).sum();
    }
}
