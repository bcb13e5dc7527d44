package org.protocolgate.user;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody's signature on one content.
 *
 * @param role in which it was given
 * @param meaning what signing says, in the signer's words
 * @param digest of what is signed, {@code sha256:} and hexadecimal digits
 */
public record Signature(UUID id, String username, String role, Instant signedAt, String meaning, String digest) {}
