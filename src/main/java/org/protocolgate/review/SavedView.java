package org.protocolgate.review;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/**
 * A filter of the audit log under a name that its user gave it.
 *
 * @param filter what is asked, by the names of the parameters
 */
@Serdeable
@Schema(name = "SavedView", description = "A filter of the audit log under a name, one's own.")
public record SavedView(String name, Map<String, String> filter, Instant savedAt) {}
