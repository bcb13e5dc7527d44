package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A correction as it is sent. */
@Serdeable
@Schema(name = "Correction")
public record CorrectionView(
        UUID id,
        UUID fact,

        @Schema(description = "The fact that is true instead; null where the old one is withdrawn.") @Nullable
        UUID replacement,

        String reason,
        @Nullable UUID signature,
        Instant at,
        String by) {

    static CorrectionView of(Correction correction) {
        return new CorrectionView(
                correction.id(),
                correction.fact(),
                correction.replacement(),
                correction.reason(),
                correction.signature(),
                correction.recordedAt(),
                correction.recordedBy());
    }
}
