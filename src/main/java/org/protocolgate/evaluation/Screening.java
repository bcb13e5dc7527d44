package org.protocolgate.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Anchor;

/** The day on which screening started. */
public final class Screening extends AnchorDay {

    private final LocalDate asRecorded;

    /** @param present the start as it is now, while another is tried; null where it is not known now */
    Screening(PartialDate moment, Asking asking, @Nullable LocalDate present) {
        super(Anchor.SCREENING, moment, asking);
        asRecorded = present != null && present.isBefore(moment.latest()) ? present : moment.latest();
    }

    public LocalDate getDayBefore() {
        return getDay().minusDays(1);
    }

    /** The latest judgement on a criterion made since screening started and by the day of the gate. */
    public Opinion judgement(String criterion) {
        return asking().results().judgement(criterion, getOnwards());
    }

    LocalDate asRecorded() {
        return asRecorded;
    }
}
