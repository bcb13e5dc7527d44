package org.protocolgate.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.Users;

/** One's own password. */
@Controller("/api/password")
@Secured({Roles.COORDINATOR, Roles.INVESTIGATOR, Roles.MONITOR, Roles.ADMIN, Roles.PASSWORD_CHANGE})
@ExecuteOn(TaskExecutors.BLOCKING)
class PasswordController {

    private final Users users;

    PasswordController(Users users) {
        this.users = users;
    }

    @Serdeable
    @Schema(name = "PasswordChange")
    record Change(
            @JsonProperty("old") @NotBlank String old,

            @JsonProperty("new") @Schema(description = "12 to 200 characters, not the user's name.") @NotBlank
            String chosen) {}

    @Post
    @Operation(summary = "Change one's own password; all tokens lose their worth, so log in again")
    HttpResponse<Void> change(@Valid @Body Change change, Actor actor) {
        users.changePassword(actor, change.old(), change.chosen());
        return HttpResponse.noContent();
    }
}
