package org.protocolgate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.Role;
import org.protocolgate.user.Users;

/** Accounts, for who keeps them. */
@Controller("/api/users")
@Secured(Roles.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
class UserController {

    private final Users users;

    UserController(Users users) {
        this.users = users;
    }

    @Serdeable
    @Schema(name = "NewUser")
    record Added(
            @Schema(description = "2 to 40 characters of a-z, 0-9, dot, underscore, hyphen.") @NotBlank
            String username,

            @NotNull Role role) {}

    @Serdeable
    @Schema(name = "AssignedRole")
    record Assigned(@NotNull Role role) {}

    @Serdeable
    @Schema(name = "OneTimePassword")
    record OneTime(
            String username,

            @Schema(description = "To be handed over, and changed at the first login.")
            String password) {}

    @Get
    @Operation(summary = "All accounts")
    List<UserView> list() {
        return users.list().stream().map(UserView::of).toList();
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Add an account; the answer has the password for its first login")
    OneTime add(@Valid @Body Added added, Actor actor) {
        return new OneTime(added.username(), users.add(added.username(), added.role(), actor));
    }

    @Post("/{name}/password-reset")
    @Operation(summary = "Give a password for one login; the old one and all tokens lose their worth")
    OneTime reset(String name, Actor actor) {
        return new OneTime(name, users.reset(name, actor));
    }

    @Post("/{name}/deactivation")
    @Operation(
            summary = "Nobody can log in any more, and all tokens lose their worth",
            description = "Refused (409) for the last active administrator.")
    HttpResponse<Void> deactivate(String name, Actor actor) {
        users.deactivate(name, actor);
        return HttpResponse.noContent();
    }

    @Post("/{name}/activation")
    @Operation(summary = "Let the user log in again")
    HttpResponse<Void> activate(String name, Actor actor) {
        users.activate(name, actor);
        return HttpResponse.noContent();
    }

    @Post("/{name}/role")
    @Operation(summary = "Give the user another role; all tokens lose their worth")
    HttpResponse<Void> assign(String name, @Valid @Body Assigned assigned, Actor actor) {
        users.assign(name, assigned.role(), actor);
        return HttpResponse.noContent();
    }

    @Post("/{name}/unlock")
    @Operation(summary = "End a lockout before its time")
    HttpResponse<Void> unlock(String name, Actor actor) {
        users.unlock(name, actor);
        return HttpResponse.noContent();
    }
}
