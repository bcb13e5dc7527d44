package org.protocolgate.cds;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Requires;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the tokens of other systems: each of a known issuer, for the address that is called, within its time and once. */
@Singleton
@Requires(beans = CdsClients.class)
public final class ClientTokens {

    /** Clocks differ by so much. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    /** A token that lives longer is no token for one call. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    private static final int LONGEST_ID = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ClientTokens.class);

    private final CdsClients clients;
    private final UsedTokens used;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    ClientTokens(CdsClients clients, UsedTokens used, TransactionOperations<Connection> transactions, Clock clock) {
        this.clients = clients;
        this.used = used;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Uses a token.
     *
     * @param path that is called, such as {@code /cds-services}
     * @return the name of the client for the audit log, {@code cds:} and its name, with its subject where it has one; empty
     *     where the token is not good for this call
     */
    public Optional<String> use(String token, String path) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            String issuer = signed.getJWTClaimsSet().getIssuer();
            CdsClient client = issuer == null ? null : clients.ofIssuer(issuer).orElse(null);
            if (client == null) {
                return Optional.empty();
            }
            JWTClaimsSet claims = client.processor().process(signed, null);
            String name = ClientName.of(client, claims.getSubject());
            return name != null && isGood(claims, path) && isNew(issuer, claims) ? Optional.of(name) : Optional.empty();
        } catch (ParseException | BadJOSEException e) {
            return Optional.empty();
        } catch (JOSEException e) {
            LOG.warn("the keys of a client of CDS Hooks cannot be had: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private boolean isGood(JWTClaimsSet claims, String path) {
        Instant now = clock.instant();
        Instant expires = instant(claims.getExpirationTime());
        Instant from = instant(claims.getNotBeforeTime());
        Instant issued = instant(claims.getIssueTime());
        String id = claims.getJWTID();
        return expires != null
                && expires.plus(LEEWAY).isAfter(now)
                && !expires.isAfter(now.plus(LONGEST_LIFE).plus(LEEWAY))
                && (from == null || !from.minus(LEEWAY).isAfter(now))
                && issued != null
                && !issued.minus(LEEWAY).isAfter(now)
                && id != null
                && !id.isBlank()
                && id.length() <= LONGEST_ID
                && claims.getAudience().stream().anyMatch(audiences(path)::contains);
    }

    /** The address called; of what is said about cards, that of the service that showed them, too. */
    private Set<String> audiences(String path) {
        String called = clients.url() + path;
        String feedback = "/feedback";
        return path.endsWith(feedback)
                ? Set.of(called, called.substring(0, called.length() - feedback.length()))
                : Set.of(called);
    }

    private boolean isNew(String issuer, JWTClaimsSet claims) {
        String digest = Digest.of(issuer + "\n" + claims.getJWTID());
        Instant until = claims.getExpirationTime().toInstant().plus(LEEWAY);
        return transactions.executeWrite(status -> {
            used.forget(clock.instant());
            return used.use(digest, until) > 0;
        });
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
