package org.protocolgate.participant;

import org.jspecify.annotations.Nullable;

/** An investigator's signed answer to a criterion that the protocol leaves to them. */
public record Judgement(
        Entry entry,
        String criterion,
        @Nullable Boolean excludes,
        @Nullable String by,
        PartialDate on) implements Dated {}
