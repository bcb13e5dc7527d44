package org.protocolgate.calendar;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.user.Logins;
import org.protocolgate.user.User;

/**
 * Tokens that open the calendar and nothing else, one a user. Calendar programs ask every hour: that one was given and that it was
 * taken back is entered in the audit log, each use is not.
 */
@Singleton
public final class CalendarTokens {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final CalendarTokenRows rows;
    private final Logins logins;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;

    CalendarTokens(
            CalendarTokenRows rows, Logins logins, AuditLog audit, TransactionOperations<Connection> transactions) {
        this.rows = rows;
        this.logins = logins;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * Gives a token in place of the one before, if there was one.
     *
     * @param tokensFrom what {@link User#tokensFrom} was when the user logged in
     * @return the token, which cannot be had again
     */
    public String create(Actor actor, Instant tokensFrom) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            rows.remove(actor.name());
            rows.save(new CalendarToken(actor.name(), Digest.of(token), tokensFrom, chain.at()));
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.CALENDAR_TOKEN_CREATED).about(actor.name())));
            return token;
        });
    }

    /** Takes the user's token back, if there is one. */
    public void revoke(Actor actor) {
        transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            if (rows.remove(actor.name()) > 0) {
                audit.add(
                        chain,
                        actor,
                        List.of(Happened.of(Action.CALENDAR_TOKEN_REVOKED).about(actor.name())));
            }
            return status;
        });
    }

    /** The user of a token; empty where there is no such token, or the account is not as it was when the token was given. */
    public Optional<User> user(String token) {
        return transactions
                .executeRead(status -> rows.findByTokenHash(Digest.of(token)))
                .flatMap(found -> logins.current(found.username(), found.tokensFrom()));
    }
}
