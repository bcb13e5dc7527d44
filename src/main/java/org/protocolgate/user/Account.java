package org.protocolgate.user;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;

/** An account as it is stored. */
@MappedEntity("user_account")
record Account(
        @Id String username,
        Role role,
        String passwordHash,
        boolean active,
        boolean mustChange,
        int failures,
        @Nullable Instant lockedUntil,
        Instant tokensFrom,
        Instant createdAt) {

    static Account of(String username, Role role, String hash, boolean mustChange, Instant at) {
        return new Account(username, role, hash, true, mustChange, 0, null, at, at);
    }

    /** Whether it is that of somebody who can keep the accounts. */
    boolean keepsAccounts() {
        return active && role == Role.ADMIN;
    }

    boolean lockedAt(Instant time) {
        return lockedUntil != null && time.isBefore(lockedUntil);
    }

    /** A further wrong password; at most so many in a row, then the account is locked. */
    Account failed(Lockout lockout, Instant at) {
        boolean lock = failures + 1 >= lockout.failures();
        return with(
                passwordHash,
                active,
                mustChange,
                lock ? 0 : failures + 1,
                lock ? at.plus(lockout.time()) : lockedUntil);
    }

    Account unlocked() {
        return with(passwordHash, active, mustChange, 0, null);
    }

    Account activated(boolean now, Instant at) {
        return with(passwordHash, now, mustChange, 0, null).withoutTokens(at);
    }

    /** In another role; a signature of before stays one of the old role. */
    Account as(Role other, Instant at) {
        return new Account(
                        username, other, passwordHash, active, mustChange, failures, lockedUntil, tokensFrom, createdAt)
                .withoutTokens(at);
    }

    /** Another password ends a lockout too: who sets it has shown who they are. */
    Account password(String hash, boolean toBeChanged, Instant at) {
        return with(hash, active, toBeChanged, 0, null).withoutTokens(at);
    }

    User user() {
        return new User(username, role, active, mustChange, lockedUntil, tokensFrom, createdAt);
    }

    Actor actor() {
        return new Actor(username, role.name());
    }

    private Account with(String hash, boolean may, boolean change, int failed, @Nullable Instant until) {
        return new Account(username, role, hash, may, change, failed, until, tokensFrom, createdAt);
    }

    private Account withoutTokens(Instant at) {
        Instant from = at.isAfter(tokensFrom) ? at : tokensFrom.plus(1, ChronoUnit.MICROS);
        return new Account(username, role, passwordHash, active, mustChange, failures, lockedUntil, from, createdAt);
    }
}
