package org.protocolgate.participant;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A score or classification: disease activity, classification criteria, or organ involvement. */
public record Assessment(
        Entry entry,
        Kind kind,
        @Nullable BigDecimal total,
        List<String> items,
        @Nullable Boolean classified,
        @Nullable Boolean anaEntry,
        List<Organ> organs,
        PartialDate on)
        implements Dated {
    /** What was assessed. */
    public enum Kind {
        SLEDAI_2K,
        EULAR_ACR_2019,
        ORGAN_INVOLVEMENT
    }

    /** Organs and organ systems. */
    public enum Organ {
        KIDNEY,
        HEART,
        LUNG,
        MUSCULOSKELETAL,
        BLOOD,
        BLOOD_VESSELS,
        NERVOUS_SYSTEM,
        SKIN_MUCOSA,
        OTHER
    }
}
