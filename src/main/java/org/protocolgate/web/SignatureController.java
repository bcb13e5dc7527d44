package org.protocolgate.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.user.Signatures;

/** Signatures for what only an investigator may say, and for what a monitor marks as reviewed. */
@Controller("/api/signatures")
@Secured({Roles.INVESTIGATOR, Roles.MONITOR})
@ExecuteOn(TaskExecutors.BLOCKING)
class SignatureController {

    private final Signatures signatures;

    SignatureController(Signatures signatures) {
        this.signatures = signatures;
    }

    @Serdeable
    @Schema(name = "Signing")
    record Signing(
            @Schema(
                    description =
                            "The signer's own; missing for a login elsewhere, which has to be of the last 5 minutes.")
            @Nullable
            String password,

            @Schema(description = "What signing says.", example = "I judge that this participant may be infused.")
            @NotBlank
            @Size(max = 200)
            @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "must not hold control characters or half characters")
            String meaning,

            @Schema(
                    description =
                            "sha256: and the hexadecimal digits of the SHA-256 of the body that will be sent, byte by byte.")
            @NotNull
            @Pattern(
                    regexp = "sha256:[0-9a-f]{64}",
                    message = "must be sha256: and 64 hexadecimal digits in small letters")
            String digest) {}

    @Serdeable
    @Schema(name = "SignatureToken")
    record Token(
            @Schema(description = "For the header X-Signature of the signed call; good for one call.")
            String token,

            Instant expiresAt) {}

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Sign a content with the password")
    Token sign(@Valid @Body Signing signing, Actor actor, @Parameter(hidden = true) Authentication who) {
        Signatures.Token token = ask(signing, actor, who);
        return new Token(token.value(), token.expiresAt());
    }

    private Signatures.Token ask(Signing signing, Actor actor, Authentication who) {
        if (who.getAttributes().get(OpenIdTokens.LOGGED_IN) instanceof Long seconds) {
            return signatures.sign(actor, Instant.ofEpochSecond(seconds), signing.meaning(), signing.digest());
        } else if (signing.password() == null) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "password: is missing");
        }
        return signatures.sign(actor, signing.password(), signing.meaning(), signing.digest());
    }
}
