package org.protocolgate.screen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.user.AccountRefusedException.Reason;
import org.protocolgate.user.Role;
import org.protocolgate.user.User;

/**
 * The accounts, for who keeps them.
 *
 * @param typed what was typed into the form for a new one, where it comes back
 * @param refused why nothing was done, or null
 * @param oneTime a password that was given just now and is shown this once, or null
 * @param done what was done just before, or null
 */
public record UsersScreen(
        List<User> users,
        Map<String, String> typed,
        @Nullable Refused refused,
        @Nullable OneTime oneTime,
        @Nullable Done done) {

    /** What can be done to an account, for a word about it. */
    public enum Done {
        DEACTIVATED,
        ACTIVATED,
        UNLOCKED,
        ASSIGNED
    }

    /**
     * Why nothing was done.
     *
     * @param user of which account, or null where it is the new one
     */
    public record Refused(@Nullable String user, Reason why) {}

    /** A password for one login. */
    public record OneTime(String user, String password) {}

    public List<Role> roles() {
        return List.of(Role.values());
    }

    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }

    /** Whether an attempt to add an account failed. */
    public boolean isNotAdded() {
        return refused != null && refused.user() == null;
    }

    /** Whether an attempt to change this account failed. */
    public boolean isRefused(User user) {
        return refused != null && user.name().equals(refused.user());
    }

    /** Whether nobody can log in by it at this moment because of wrong passwords. */
    public boolean isLocked(User user, Instant now) {
        Instant until = user.lockedUntil();
        return until != null && now.isBefore(until);
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("users", frame, this);
    }
}
