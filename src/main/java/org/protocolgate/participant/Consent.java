package org.protocolgate.participant;

import org.jspecify.annotations.Nullable;

/** The signature under the informed consent, and its withdrawal. */
public record Consent(
        Entry entry,
        PartialDate on,
        @Nullable PartialDate withdrawnOn,
        @Nullable String protocolVersion) implements Dated {}
