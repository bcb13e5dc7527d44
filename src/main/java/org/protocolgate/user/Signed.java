package org.protocolgate.user;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signature as it is stored; its token is known to the signer alone. */
@MappedEntity("signature")
record Signed(
        @Id UUID id,
        String tokenHash,
        String username,
        String role,
        String meaning,
        String digest,
        Instant signedAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    Signature signature() {
        return new Signature(id, username, role, signedAt, meaning, digest);
    }
}
