package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** An acknowledgement as it is sent. */
@Serdeable
@Schema(
        name = "Acknowledgement",
        description = "That somebody has seen what stands against a decision. The verdict stays as it is.")
public record AcknowledgementView(UUID id, UUID decision, String comment, Instant at, String by) {

    static AcknowledgementView of(Acknowledged kept) {
        return new AcknowledgementView(
                kept.id(),
                kept.decision(),
                Body.text(Body.read(kept.body()), "comment"),
                kept.recordedAt(),
                kept.recordedBy());
    }
}
