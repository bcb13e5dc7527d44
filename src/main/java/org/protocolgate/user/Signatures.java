package org.protocolgate.user;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;

/** Signatures: given with the password, and used once, on the very content that they were given for. */
@Singleton
public final class Signatures {

    /** How long a signature waits for the call that it signs, and how fresh a login has to be that stands for a password. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final SignedContents contents;
    private final Logins logins;
    private final AuditLog audit;
    private final TransactionOperations<Connection> transactions;
    private final Clock clock;

    Signatures(
            SignedContents contents,
            Logins logins,
            AuditLog audit,
            TransactionOperations<Connection> transactions,
            Clock clock) {
        this.contents = contents;
        this.logins = logins;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the signed call brings along, until when. */
    public record Token(String value, Instant expiresAt) {}

    /**
     * Signs with the password.
     *
     * @param digest of the exact bytes of the body that will be sent
     * @throws SignatureRefusedException for a wrong password or a locked account
     */
    public Token sign(Actor actor, String password, String meaning, String digest) {
        if (!logins.confirm(actor.name(), password)) {
            throw new SignatureRefusedException("The password is wrong, or the account is locked for a while.");
        }
        return sign(actor, meaning, digest);
    }

    /**
     * Signs after a login elsewhere, which stands for the password while it is fresh.
     *
     * @throws SignatureRefusedException for a login of more than 5 minutes ago
     */
    public Token sign(Actor actor, Instant loggedIn, String meaning, String digest) {
        if (loggedIn.isBefore(clock.instant().minus(LIFE))) {
            throw new SignatureRefusedException("Signing needs a login of the last 5 minutes: log in again.");
        }
        return sign(actor, meaning, digest);
    }

    /**
     * Uses a signature, within the transaction of what is signed: where that fails, the signature is not used up.
     *
     * @param digest of the exact bytes of the body that was sent
     * @throws SignatureRefusedException for a token that is unknown, used, too old, another user's or for another content
     */
    public Signature use(String token, Actor actor, String digest) {
        Signed signed = contents.hold(hash(token))
                .orElseThrow(() -> new SignatureRefusedException("There is no such signature."));
        if (!signed.username().equals(actor.name()) || !signed.role().equals(actor.role())) {
            throw new SignatureRefusedException("The signature is another user's.");
        } else if (!signed.digest().equals(digest)) {
            throw new SignatureRefusedException("The signature is for another content than was sent.");
        } else if (signed.usedAt() != null) {
            throw new SignatureRefusedException("The signature was used already.");
        }
        Instant now = clock.instant();
        if (!now.isBefore(signed.expiresAt())) {
            throw new SignatureRefusedException("The signature is older than 5 minutes.");
        }
        contents.use(signed.id(), now);
        return signed.signature();
    }

    private static String hash(String token) {
        return Digest.of(token).substring("sha256:".length());
    }

    private Token sign(Actor actor, String meaning, String digest) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String hash = hash(token);
        return transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            UUID id = audit.newId(chain);
            Instant expires = chain.at().plus(LIFE);
            contents.save(new Signed(id, hash, actor.name(), actor.role(), meaning, digest, chain.at(), expires, null));
            audit.add(
                    chain,
                    actor,
                    List.of(Happened.of(Action.SIGNED)
                            .about(id)
                            .with("meaning", meaning)
                            .with("digest", digest)));
            return new Token(token, expires);
        });
    }
}
