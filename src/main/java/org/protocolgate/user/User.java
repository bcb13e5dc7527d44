package org.protocolgate.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account, as others may know it.
 *
 * @param active may log in
 * @param mustChange may do nothing but change the password
 * @param lockedUntil the end of the latest lockout, which may have passed
 * @param tokensFrom changes whenever all tokens given before lose their worth
 */
public record User(
        String name,
        Role role,
        boolean active,
        boolean mustChange,
        @Nullable Instant lockedUntil,
        Instant tokensFrom,
        Instant createdAt) {}
