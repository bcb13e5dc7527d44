package org.protocolgate.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.user.AccountRefusedException.Reason;

/** Hashes passwords by Argon2id, and checks them. */
@Singleton
final class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int ONE_TIME = 20;

    /** Without those that are taken for one another when read aloud or from paper. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Hashing takes memory by design; a flood of logins waits here in place of taking all of it. */
    private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final Argon2Function function;
    private final String ofNobody;

    Passwords(
            @Value("${protocol-gate.password.kibibytes:19456}") int kibibytes,
            @Value("${protocol-gate.password.rounds:2}") int rounds) {
        function = Argon2Function.getInstance(kibibytes, rounds, 1, HASH_BYTES, Argon2.ID);
        ofNobody = hash(oneTime());
    }

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return Password.hash(password)
                    .addRandomSalt(SALT_BYTES)
                    .with(function)
                    .getResult();
        } finally {
            room.release();
        }
    }

    /** Takes as long where there is no hash, so that the time does not tell which accounts exist. */
    boolean matches(String password, @Nullable String hash) {
        String against = hash == null ? ofNobody : hash;
        room.acquireUninterruptibly();
        try {
            return Password.check(password, against).with(Argon2Function.getInstanceFromHash(against)) && hash != null;
        } finally {
            room.release();
        }
    }

    /** Refuses what is too easily guessed. */
    static void check(String username, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new AccountRefusedException(
                    Reason.LENGTH, "A password has from " + SHORTEST + " to " + LONGEST + " characters.");
        }
        if (password.equalsIgnoreCase(username)) {
            throw new AccountRefusedException(Reason.SAME_AS_NAME, "A password is not the user's name.");
        }
    }

    /** A password for the first login, to be handed over and changed there. */
    static String oneTime() {
        return RANDOM.ints(ONE_TIME, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
