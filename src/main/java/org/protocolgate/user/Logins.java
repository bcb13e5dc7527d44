package org.protocolgate.user;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;

/** Checks who somebody is. Wrong passwords are counted, and lock the account. */
@Singleton
public final class Logins {

    /** What was typed as a name that nobody has may be a password: it is not kept. */
    private static final Actor UNKNOWN = new Actor("unknown", "NONE");

    private final Accounts accounts;
    private final Passwords passwords;
    private final Lockout lockout;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    Logins(
            Accounts accounts,
            Passwords passwords,
            Lockout lockout,
            AuditLog audit,
            TransactionOperations<Connection> transactions,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockout = lockout;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The user who logs in; empty without saying why: name or password is wrong, or the account is locked or not active. */
    public Optional<User> login(String name, String password) {
        return attempt(name, password, Action.LOGGED_IN);
    }

    /** Whether a user who is logged in knows the password; failures count as those of a login do. */
    public boolean confirm(String name, String password) {
        return attempt(name, password, null).isPresent();
    }

    /**
     * The user of a token.
     *
     * @param tokensFrom what {@link User#tokensFrom} was when the token was given
     * @return empty where the account is not active any more, or the token is from before its latest change
     */
    public Optional<User> current(String name, Instant tokensFrom) {
        return transactions
                .executeRead(status -> accounts.findByUsername(name))
                .filter(account -> account.active() && account.tokensFrom().equals(tokensFrom))
                .map(Account::user);
    }

    /** Tells of a user who leaves. */
    public void left(Actor actor) {
        transactions.executeWrite(status -> {
            audit.add(Chain.SYSTEM, actor, Happened.of(Action.LOGGED_OUT));
            return status;
        });
    }

    private Optional<User> attempt(String name, String password, @Nullable Action success) {
        String hash = transactions
                .executeRead(status -> accounts.findByUsername(name))
                .map(Account::passwordHash)
                .orElse(null);
        boolean right = passwords.matches(password, hash);
        return transactions.executeWrite(status -> {
            Account account = accounts.hold(name).orElse(null);
            if (account == null) {
                audit.add(Chain.SYSTEM, UNKNOWN, failure("no such account"));
                return Optional.empty();
            }
            return settle(account, right && account.passwordHash().equals(hash), success);
        });
    }

    private Optional<User> settle(Account account, boolean right, @Nullable Action success) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!account.active() || account.lockedAt(now)) {
            audit.add(Chain.SYSTEM, account.actor(), failure(account.active() ? "locked" : "not active"));
            return Optional.empty();
        }
        if (right) {
            accounts.update(account.unlocked());
            if (success != null) {
                audit.add(Chain.SYSTEM, account.actor(), Happened.of(success));
            }
            return Optional.of(account.user());
        }
        Account failed = account.failed(lockout, now);
        accounts.update(failed);
        audit.add(Chain.SYSTEM, account.actor(), failure("wrong password"));
        if (failed.lockedAt(now)) {
            audit.add(
                    Chain.SYSTEM,
                    account.actor(),
                    Happened.of(Action.ACCOUNT_LOCKED)
                            .about(account.username())
                            .with("until", String.valueOf(failed.lockedUntil())));
        }
        return Optional.empty();
    }

    private static Happened failure(String why) {
        return Happened.of(Action.LOGIN_FAILED).with("why", why);
    }
}
