package org.protocolgate.cds;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The moments in another system at which it asks here. Each has one service. */
enum Hook {
    /** A patient's record is opened. */
    PATIENT_VIEW("patient-view", null, "What stands before a participant"),
    /** Orders are about to be signed. */
    ORDER_SIGN("order-sign", "draftOrders", "Orders held against the protocol"),
    /** Appointments are about to be made. */
    APPOINTMENT_BOOK("appointment-book", "appointments", "The day of the infusion held against the protocol");

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "patient-view",
            "The answer at the gate that comes next for the participant, on its planned day.",
            "order-sign",
            "Which criteria fall if the drugs are given, and from when not; for an order of the infusion, the answer on its day.",
            "appointment-book",
            "The answer for the infusion on the day of the appointment.");

    private final String name;
    private final @Nullable String bundle;
    private final String title;

    Hook(String name, @Nullable String bundle, String title) {
        this.name = name;
        this.bundle = bundle;
        this.title = title;
    }

    /** As the standard calls it. */
    String hook() {
        return name;
    }

    /** The identifier of its service. */
    String service() {
        return "protocol-gate-" + name;
    }

    String title() {
        return title;
    }

    String description() {
        return DESCRIPTIONS.getOrDefault(name, title);
    }

    /** The key in the context of the bundle that it is about, or null where it is about none. */
    @Nullable
    String bundle() {
        return bundle;
    }

    static Optional<Hook> ofService(String service) {
        return Stream.of(values())
                .filter(hook -> hook.service().equals(service))
                .findFirst();
    }
}
