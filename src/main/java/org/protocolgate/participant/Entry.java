package org.protocolgate.participant;

import org.jspecify.annotations.Nullable;

/**
 * How a fact stands in the dossier.
 *
 * @param ref the name by which evidence points to it: its id, or its index where it has none
 * @param rank its place in the order of recording; of two facts of one moment the higher rank counts
 * @param source where it was taken over from
 */
public record Entry(String ref, int rank, @Nullable Source source) {

    /** The system and record that a fact was taken over from. */
    public record Source(
            @Nullable String system,
            @Nullable String id,
            @Nullable String version) {}
}
