package org.protocolgate.query;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A query as it is sent. */
@Serdeable
@Schema(name = "Query", description = "A question of a monitor, with all that was said of it.")
public record QueryView(
        UUID id,
        String participant,
        About about,

        @Schema(description = "The participant's code, or the identifier of the fact, decision or deviation.")
        String subject,

        State state,
        String text,

        @Schema(description = "The day by which an answer is wanted.") @Nullable
        LocalDate due,

        Instant at,
        String by,

        @Schema(description = "What was said since, the oldest first.")
        List<MessageView> messages) {

    /** Something that was said. */
    @Serdeable
    @Schema(name = "QueryMessage")
    public record MessageView(MessageKind kind, @Nullable String text, Instant at, String by) {

        private static MessageView of(Message kept) {
            Content says = kept.content();
            return new MessageView(says.kind(), says.text(), kept.recordedAt(), kept.recordedBy());
        }
    }

    /** A page: open ones first, then answered, then closed ones. */
    @Serdeable
    @Schema(name = "QueryPage")
    public record Page(
            List<QueryView> queries,

            @Schema(description = "The number of the next page; null on the last.") @Nullable
            Integer next) {}

    static QueryView of(Asked kept, List<Message> said) {
        Asking asks = kept.content();
        return new QueryView(
                kept.id(),
                kept.participant(),
                asks.about(),
                asks.subject(),
                State.after(said),
                asks.text(),
                asks.due() == null ? null : LocalDate.parse(asks.due()),
                kept.recordedAt(),
                kept.recordedBy(),
                said.stream().map(MessageView::of).toList());
    }

    /** Whether the day by which an answer was wanted is over while there is none. */
    public boolean isOverdue(LocalDate today) {
        return state == State.OPEN && due != null && due.isBefore(today);
    }
}
