package org.protocolgate.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Signs and checks the tokens of local accounts with the secret. */
@Factory
@Requires(notEnv = Environment.CLI)
final class TokenSigning {

    @Singleton
    @Named("generator")
    SecretSignatureConfiguration secret(Secret secret) {
        SecretSignatureConfiguration signing = new SecretSignatureConfiguration("generator");
        signing.setSecret(secret.value());
        return signing;
    }
}
