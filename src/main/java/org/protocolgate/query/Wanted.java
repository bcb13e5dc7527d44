package org.protocolgate.query;

import org.jspecify.annotations.Nullable;

/**
 * Which queries are asked for; null asks for all.
 *
 * @param subject a participant's code, or the identifier of the record that they are about
 */
public record Wanted(
        @Nullable String participant,
        @Nullable String subject,
        @Nullable State state) {}
