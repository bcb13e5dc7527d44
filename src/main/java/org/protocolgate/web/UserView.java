package org.protocolgate.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.protocolgate.user.Role;
import org.protocolgate.user.User;

@Serdeable
@Schema(name = "User")
record UserView(
        String username,
        Role role,
        boolean active,

        @Schema(description = "May do nothing but change the password.")
        boolean mustChange,

        @Schema(description = "The end of the latest lockout, which may have passed.") @Nullable
        Instant lockedUntil,

        Instant createdAt) {

    static UserView of(User user) {
        return new UserView(
                user.name(), user.role(), user.active(), user.mustChange(), user.lockedUntil(), user.createdAt());
    }
}
