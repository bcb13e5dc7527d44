package org.protocolgate.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Milestone;

/**
 * By which authorisation an infusion was given, or why it is not known to have been given by any.
 *
 * @param authorisation the one that permitted it, or the last of that day that did not
 * @param decision the decision that this rests on
 */
public record Authority(
        How how, @Nullable UUID authorisation, @Nullable UUID decision) {

    /** Whether an authorisation was open when the infusion began. */
    public enum How {
        /** One was. */
        GIVEN,
        /** There was none for that day. */
        NONE,
        /** It was given after the infusion had begun, or had been recorded. */
        LATE,
        /** It had been taken back or become void before. */
        ENDED,
        /** Likewise on the same day; at what time the infusion began is not known. */
        PERHAPS_ENDED,
        /** It was for another dose than the one assigned. */
        OTHER_DOSE,
        /** The day of the infusion is not known. */
        NO_DAY
    }

    private static final Authority UNDATED = new Authority(How.NO_DAY, null, null);
    private static final Authority ABSENT = new Authority(How.NONE, null, null);

    public boolean isGiven() {
        return how == How.GIVEN;
    }

    /**
     * What permitted an infusion.
     *
     * @param recordedAt when it was recorded
     * @param given all authorisations of the participant
     * @param level the name of the dose level that was assigned on that day, or null where none is known
     */
    static Authority of(
            Milestone infusion,
            Instant recordedAt,
            List<Authorised> given,
            Map<UUID, AuthorisationEnd> ends,
            @Nullable String level,
            ZoneId zone) {
        if (!infusion.on().isFull()) {
            return UNDATED;
        }
        LocalDate day = infusion.on().latest();
        LocalDateTime time = infusion.kind() == Milestone.Kind.INFUSION_STARTED
                ? infusion.on().time()
                : null;
        Instant began = time == null ? null : time.atZone(zone).toInstant();
        Authority found = ABSENT;
        for (Authorised one : given) {
            if (one.permit().on().equals(day)) {
                How how = how(one, began, recordedAt, ends.get(one.id()), level, zone);
                found = new Authority(how, one.id(), one.decision());
                if (found.isGiven()) {
                    return found;
                }
            }
        }
        return found;
    }

    private static How how(
            Authorised one,
            @Nullable Instant began,
            Instant recordedAt,
            @Nullable AuthorisationEnd end,
            @Nullable String level,
            ZoneId zone) {
        if (one.recordedAt().isAfter(began == null || recordedAt.isBefore(began) ? recordedAt : began)) {
            return How.LATE;
        } else if (end != null && end.ending().isByWhatWasRecorded()) {
            if (began == null) {
                if (!LocalDate.ofInstant(end.recordedAt(), zone)
                        .isAfter(one.permit().on())) {
                    return How.PERHAPS_ENDED;
                }
            } else if (!end.recordedAt().isAfter(began)) {
                return How.ENDED;
            }
        }
        return one.permit().level().equals(level) ? How.GIVEN : How.OTHER_DOSE;
    }
}
