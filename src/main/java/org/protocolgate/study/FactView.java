package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fact as it is sent. */
@Serdeable
@Schema(name = "StoredFact")
public record FactView(
        UUID id,
        @Nullable String ref,
        String type,

        @Schema(description = "What was recorded, with the keys of its type.")
        Map<String, Object> fact,

        State state,

        @Schema(description = "What became of it.") @Nullable
        CorrectionView correction,

        @Nullable UUID signature,
        Instant recordedAt,
        String recordedBy) {

    /** Whether it counts; derived from its correction. */
    public enum State {
        CURRENT,
        SUPERSEDED,
        WITHDRAWN
    }

    static List<FactView> of(Known known) {
        Map<UUID, Correction> corrected =
                known.corrections().stream().collect(Collectors.toMap(Correction::fact, Function.identity()));
        return known.facts().stream()
                .map(fact -> of(fact, corrected.get(fact.id())))
                .toList();
    }

    private static FactView of(KeptFact fact, @Nullable Correction correction) {
        State corrected = correction == null || correction.replacement() != null ? State.SUPERSEDED : State.WITHDRAWN;
        return new FactView(
                fact.id(),
                fact.ref(),
                fact.type(),
                Body.read(fact.body()),
                correction == null ? State.CURRENT : corrected,
                correction == null ? null : CorrectionView.of(correction),
                fact.signature(),
                fact.recordedAt(),
                fact.recordedBy());
    }
}
