package org.protocolgate.delivery;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.user.Role;

/** A delivery as it is shown; addresses are not. */
@Serdeable
@Schema(name = "Delivery", description = "Something that happened to an alert, for one recipient.")
public record DeliveryView(
        @Schema(description = "What the receiver tells doubles by.")
        UUID id,

        @Schema(description = "The number of what happened, as in the stream of alerts.")
        long event,

        @Schema(description = "RAISED, CHANGED, ESCALATED or RESOLVED")
        String kind,

        UUID alert,
        String recipient,

        @Schema(description = "Whose inbox it is, as configured.") @Nullable
        Role role,

        State state,

        @Schema(description = "How often it was tried.") int attempts,

        @Schema(description = "Why the last attempt failed, or why none was made.") @Nullable
        String lastFault,

        Instant createdAt,
        @Nullable Instant sentAt) {

    /** Where a delivery stands. */
    public enum State {
        /** Yet to be sent, or to be sent again. */
        PENDING,
        /** Taken by the receiver. */
        SENT,
        /** Not sent, because there was no need any more. */
        DROPPED,
        /** Given up; somebody has to look. */
        DEAD
    }

    /** A webhook that said that it wants no more. */
    @Serdeable
    @Schema(name = "DisabledWebhook")
    public record Disabled(String recipient, Instant since) {}

    @Serdeable
    @Schema(name = "DeliveryPage")
    public record Page(
            List<DeliveryView> deliveries,

            @Schema(description = "Webhooks that get nothing until somebody enables them.")
            List<Disabled> disabledWebhooks,

            @Schema(description = "What to give as `before` for the next page; null on the last.") @Nullable
            UUID next) {}

    static DeliveryView of(Delivery delivery, @Nullable Role role) {
        return new DeliveryView(
                delivery.id(),
                delivery.event(),
                delivery.kind().name(),
                delivery.alert(),
                delivery.recipient(),
                role,
                delivery.state(),
                delivery.attempts(),
                delivery.lastFault(),
                delivery.createdAt(),
                delivery.sentAt());
    }
}
