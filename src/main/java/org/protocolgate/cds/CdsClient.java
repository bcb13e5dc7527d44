package org.protocolgate.cds;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.Set;

/**
 * Another system that may ask.
 *
 * @param name as it is called here
 * @param issuer of its tokens
 * @param participants the system of the identifiers of its patients that are codes of participants
 * @param infusion codes of the infusion there, {@code system|code}
 * @param processor checks the signature under a token by this system's keys alone
 */
record CdsClient(
        String name,
        String issuer,
        String participants,
        Set<String> infusion,
        ConfigurableJWTProcessor<SecurityContext> processor) {

    /** No symmetric ones: its public key would be a secret that everybody knows. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES384, JWSAlgorithm.RS384, JWSAlgorithm.ES256, JWSAlgorithm.RS256);

    static CdsClient of(
            String name, String issuer, String participants, Set<String> infusion, JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // what a token says is checked by our own clock
        return new CdsClient(name, issuer, participants, infusion, processor);
    }
}
