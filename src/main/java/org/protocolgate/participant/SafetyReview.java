package org.protocolgate.participant;

import org.jspecify.annotations.Nullable;

/** The review of the sentinel participant; without an answer on risk it is none. */
public record SafetyReview(
        Entry entry,
        @Nullable Boolean significantRisk,
        @Nullable String by,
        PartialDate on) implements Dated {}
