package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was recorded. */
@Serdeable
@Schema(name = "Recorded")
public record RecordedView(
        @Schema(description = "In the order in which they were sent.")
        List<UUID> ids,

        List<Ref> facts,
        Instant recordedAt) {

    /** A fact's identifier here, and the one that its sender gave it. */
    @Serdeable
    @Schema(name = "FactReference")
    public record Ref(UUID id, @Nullable String ref) {}

    static RecordedView of(List<KeptFact> kept, Instant at) {
        return new RecordedView(
                kept.stream().map(KeptFact::id).toList(),
                kept.stream().map(fact -> new Ref(fact.id(), fact.ref())).toList(),
                at);
    }
}
