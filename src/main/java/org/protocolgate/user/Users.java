package org.protocolgate.user;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;
import org.protocolgate.user.AccountRefusedException.Reason;

/** Keeps the accounts. Every method throws {@link AccountRefusedException} for an account that is not there. */
@Singleton
public final class Users {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final Accounts accounts;
    private final Passwords passwords;
    private final Logins logins;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    Users(
            Accounts accounts,
            Passwords passwords,
            Logins logins,
            AuditLog audit,
            TransactionOperations<Connection> transactions,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.logins = logins;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All accounts, by name. */
    public List<User> list() {
        return transactions.executeRead(status ->
                accounts.listOrderByUsername().stream().map(Account::user).toList());
    }

    /**
     * Adds an account whose user chose the password.
     *
     * @throws AccountRefusedException for a name that is taken or breaks the rules, and a password that does
     */
    public User add(String name, Role role, String password, Actor by) {
        Passwords.check(name, password);
        return add(name, role, password, false, by);
    }

    /** Adds an account, and gives the password for its first login, where it has to be changed. */
    public String add(String name, Role role, Actor by) {
        String password = Passwords.oneTime();
        add(name, role, password, true, by);
        return password;
    }

    /** Adds an account of the demo, or sets its password where an earlier start added it; of any length, unlike others. */
    public void ensure(String name, Role role, String password, Actor by) {
        boolean there = list().stream().anyMatch(user -> user.name().equals(name));
        if (there) {
            String hash = passwords.hash(password);
            change(name, Happened.of(Action.PASSWORD_RESET), by, old -> old.password(hash, false, now()));
        } else {
            add(name, role, password, false, by);
        }
    }

    /**
     * Nobody can log in any more, and no token of the account is taken.
     *
     * @throws AccountRefusedException also where nobody would be left who keeps the accounts
     */
    public void deactivate(String name, Actor by) {
        activate(name, false, by);
    }

    public void activate(String name, Actor by) {
        activate(name, true, by);
    }

    /** Ends a lockout before its time. */
    public void unlock(String name, Actor by) {
        change(name, Happened.of(Action.ACCOUNT_UNLOCKED), by, Account::unlocked);
    }

    /** Gives a password for one login, where it has to be changed; the old one and all tokens lose their worth. */
    public String reset(String name, Actor by) {
        String password = Passwords.oneTime();
        String hash = passwords.hash(password);
        change(name, Happened.of(Action.PASSWORD_RESET), by, old -> old.password(hash, true, now()));
        return password;
    }

    /**
     * Gives a user another role; all tokens lose their worth.
     *
     * @throws AccountRefusedException also where nobody would be left who keeps the accounts
     */
    public void assign(String name, Role role, Actor by) {
        keepingAnAdministrator(
                name, Happened.of(Action.ACCOUNT_CHANGED).with("role", role.name()), by, old -> old.as(role, now()));
    }

    /**
     * Changes the password of who asks; all tokens lose their worth.
     *
     * @return the user, to be given a token of the time from now on
     */
    public User changePassword(Actor actor, String present, String chosen) {
        if (!logins.confirm(actor.name(), present)) {
            throw new AccountRefusedException(
                    Reason.PASSWORD, "The present password is wrong, or the account is locked for a while.");
        }
        Passwords.check(actor.name(), chosen);
        if (chosen.equals(present)) {
            throw new AccountRefusedException(Reason.SAME_AS_OLD, "The new password is the old one.");
        }
        String hash = passwords.hash(chosen);
        return change(
                actor.name(), Happened.of(Action.PASSWORD_CHANGED), null, old -> old.password(hash, false, now()));
    }

    private User add(String name, Role role, String password, boolean mustChange, Actor by) {
        if (!NAME.matcher(name).matches()) {
            throw new AccountRefusedException(
                    Reason.NAME, "A user's name has 2 to 40 characters of a-z, 0-9, dot, underscore and hyphen.");
        }
        String hash = passwords.hash(password);
        return transactions.executeWrite(status -> {
            if (accounts.findByUsername(name).isPresent()) {
                throw new AccountRefusedException(Reason.EXISTS, "There is an account of this name already.");
            }
            Account account = Account.of(name, role, hash, mustChange, now());
            accounts.save(account);
            audit.add(
                    Chain.SYSTEM,
                    by,
                    Happened.of(Action.ACCOUNT_CREATED).about(name).with("role", role.name()));
            return account.user();
        });
    }

    private void activate(String name, boolean active, Actor by) {
        keepingAnAdministrator(
                name,
                Happened.of(Action.ACCOUNT_CHANGED).with("active", active),
                by,
                old -> old.activated(active, now()));
    }

    /**
     * A change after which somebody still keeps the accounts. All administrators are held first, and in one order, so that two of
     * them who deactivate each other at the same moment do not both find the other one active.
     */
    private void keepingAnAdministrator(String name, Happened happened, Actor by, UnaryOperator<Account> how) {
        transactions.executeWrite(status -> {
            boolean others = accounts.holdInRole(Role.ADMIN.name()).stream()
                    .anyMatch(one -> one.keepsAccounts() && !one.username().equals(name));
            return changed(name, happened, by, old -> {
                Account now = how.apply(old);
                if (old.keepsAccounts() && !now.keepsAccounts() && !others) {
                    throw new AccountRefusedException(
                            Reason.LAST_ADMINISTRATOR,
                            "This is the last active administrator: nobody could keep the accounts any more.");
                }
                return now;
            });
        });
    }

    /** By nobody means: by the user of the account. */
    private User change(String name, Happened happened, @Nullable Actor by, UnaryOperator<Account> how) {
        return transactions.executeWrite(status -> changed(name, happened, by, how));
    }

    private User changed(String name, Happened happened, @Nullable Actor by, UnaryOperator<Account> how) {
        Account account = accounts.hold(name)
                .orElseThrow(() -> new AccountRefusedException(Reason.UNKNOWN, "There is no such account."));
        Account now = how.apply(account);
        accounts.update(now);
        audit.add(Chain.SYSTEM, by == null ? account.actor() : by, happened.about(name));
        return now.user();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
