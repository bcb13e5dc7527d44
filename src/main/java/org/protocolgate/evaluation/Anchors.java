package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;

/**
 * The days from which an evaluation counts, as far as they are known.
 *
 * @param screeningIsGateDay whether the start of screening moves with the day of the gate
 */
record Anchors(
        @Nullable PartialDate screening,
        @Nullable PartialDate consent,
        @Nullable PartialDate lymphodepletion,
        @Nullable PartialDate infusion,
        @Nullable PartialDate infused,
        boolean screeningIsGateDay) {

    @Nullable
    LocalDate day(Anchor anchor) {
        PartialDate moment = switch (anchor) {
            case SCREENING -> screening;
            case CONSENT -> consent;
            case LYMPHODEPLETION -> lymphodepletion;
            case INFUSION -> infusion;
        };
        return moment == null ? null : moment.latest();
    }

    /** The same with one day moved. */
    Anchors with(Anchor anchor, LocalDate day) {
        PartialDate moved = PartialDate.of(day);
        return new Anchors(
                anchor == Anchor.SCREENING ? moved : screening,
                anchor == Anchor.CONSENT ? moved : consent,
                anchor == Anchor.LYMPHODEPLETION ? moved : lymphodepletion,
                anchor == Anchor.INFUSION ? moved : infusion,
                infused,
                screeningIsGateDay);
    }
}
