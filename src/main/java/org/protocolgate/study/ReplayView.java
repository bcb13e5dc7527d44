package org.protocolgate.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a decision came out when it was made once more. */
@Serdeable
@Schema(name = "Replay")
public record ReplayView(
        UUID decision,
        boolean equal,

        @Schema(description = "JSON pointer, what it was then, what it is now.")
        List<String> differences,

        @Schema(description = "Whether the facts are those on which it rested.")
        boolean sameDossier,

        @Schema(description = "Whether the same rules fired, each by the same facts.")
        boolean sameFired,

        String ruleSet,

        @Schema(
                description =
                        "Whether the build that evaluates is that of then; under another one a difference may be its doing.")
        boolean sameEngine,

        @Nullable String engineThen,
        @Nullable String engineNow) {}
