package org.protocolgate.cds;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card as CDS Hooks has it. */
@Serdeable
@Schema(name = "CdsCard")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Card(
        UUID uuid,

        @Schema(description = "Less than 140 characters.") String summary,

        @Schema(description = "Markdown.") String detail,
        Indicator indicator,
        Source source,
        List<Coding> overrideReasons,
        List<Link> links) {

    /** How urgent it is, rising. */
    @Serdeable
    @Schema(name = "CdsIndicator")
    public enum Indicator {
        INFO,
        WARNING,
        CRITICAL;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Indicator atLeast(Indicator other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /** Who says it. */
    @Serdeable
    @Schema(name = "CdsSource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(String label, @Nullable String url) {}

    /** A reason for which a card may be set aside. */
    @Serdeable
    @Schema(name = "CdsCoding")
    public record Coding(String code, String system, String display) {}

    /** Where there is more to see. */
    @Serdeable
    @Schema(name = "CdsLink")
    public record Link(String label, String url, String type) {}
}
