package org.protocolgate.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Signs and checks the tokens of local accounts with the secret. */
@Factory
@Requires(notEnv = Environment.CLI)
final class TokenSigning {

    /** By its interface: the class would be made once for each entry of a configuration that is not used here. */
    @Singleton
    @Named("generator")
    SignatureGeneratorConfiguration signature(Secret secret) {
        SecretSignatureConfiguration signing = new SecretSignatureConfiguration("generator");
        signing.setSecret(secret.value());
        return new SecretSignature(signing);
    }
}
