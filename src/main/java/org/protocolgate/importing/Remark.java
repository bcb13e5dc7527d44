package org.protocolgate.importing;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a record.
 *
 * @param field where in it, such as a column; null for the whole of it
 * @param value what stands there
 */
@Serdeable
@Schema(name = "ImportRemark")
public record Remark(@Nullable String field, @Nullable String value, String text) {

    /** Of the whole record. */
    public static Remark of(String text) {
        return new Remark(null, null, text);
    }

    /** Of one field. */
    public static Remark of(String field, @Nullable String value, String text) {
        return new Remark(field, value, text);
    }
}
