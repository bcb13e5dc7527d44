package org.protocolgate.audit;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit log as it is stored.
 *
 * @param id its place among all entries, by time
 * @param chain the chain it belongs to, {@code participant:CT-003} for example
 * @param seq its number in the chain, from 1 on without a gap
 * @param at when it was recorded, by the server's clock; never earlier than the entry before it
 * @param username who did it
 * @param role in which role
 * @param action the name of an {@link Action}
 * @param participant code of the participant concerned
 * @param status a criterion's status, or a decision's verdict
 * @param record identifier of the record it tells of
 * @param details JSON, exactly as it is hashed
 * @param hash SHA-256 of the hash before it in its chain and of all that it says, in hexadecimal digits
 */
@MappedEntity("audit_entry")
public record Entry(
        @Id UUID id,
        String chain,
        long seq,
        Instant at,
        String username,
        String role,
        String action,
        @Nullable String participant,
        @Nullable String level,
        @Nullable String criterion,
        @Nullable String rule,
        @Nullable String status,
        @Nullable UUID decision,
        @Nullable String record,
        String details,
        String hash) {

    Entry hashed(String hash) {
        return new Entry(
                id,
                chain,
                seq,
                at,
                username,
                role,
                action,
                participant,
                level,
                criterion,
                rule,
                status,
                decision,
                record,
                details,
                hash);
    }

    /** The same as if it had another number. */
    Entry numbered(long seq) {
        return new Entry(
                id,
                chain,
                seq,
                at,
                username,
                role,
                action,
                participant,
                level,
                criterion,
                rule,
                status,
                decision,
                record,
                details,
                hash);
    }
}
