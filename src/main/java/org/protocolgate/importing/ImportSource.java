package org.protocolgate.importing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact came from.
 *
 * @param ordinal which of the record's facts it is, from 0
 * @param digest of the fact without its source
 */
@MappedEntity("import_source")
record ImportSource(
        @Id UUID fact,
        String participant,
        String sourceSystem,
        String sourceRecord,
        int ordinal,
        @Nullable String sourceVersion,
        String digest) {}
