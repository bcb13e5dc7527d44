package org.protocolgate.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.protocolgate.user.Role;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes the tokens of one OpenID Connect issuer; only its keys count for them, and they count for nothing else. */
@Singleton
@Requires(property = "protocol-gate.openid.issuer")
final class OpenIdTokens implements TokenValidator<HttpRequest<?>> {

    /** When the user logged in with the issuer, in seconds since 1970. */
    static final String LOGGED_IN = "openid-login";

    /** Sets users of the issuer apart from those with an account here, whose names have no colon. */
    private static final String PREFIX = "openid:";

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdTokens.class);
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final OpenId openid;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Scheduler scheduler;

    OpenIdTokens(OpenId openid, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) throws MalformedURLException {
        this.openid = openid;
        scheduler = Schedulers.fromExecutorService(blocking);
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                ALGORITHMS,
                JWKSourceBuilder.create(URI.create(openid.jwks()).toURL()).build()));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                openid.audience(),
                new JWTClaimsSet.Builder().issuer(openid.issuer()).build(),
                Set.of(openid.nameClaim(), "exp")));
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return Mono.fromCallable(() -> user(token)).subscribeOn(scheduler);
    }

    private @Nullable Authentication user(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Role role = openid.role(claims.getClaims());
            Object name = claims.getClaim(openid.nameClaim());
            Object login = claims.getClaim("auth_time");
            return role == null
                    ? null
                    : Authentication.build(
                            PREFIX + name,
                            List.of(role.name()),
                            Map.of(LOGGED_IN, login instanceof Number seconds ? seconds.longValue() : 0L));
        } catch (ParseException | BadJOSEException e) {
            return null;
        } catch (JOSEException e) {
            LOG.warn("the keys of the OpenID Connect issuer cannot be had: {}", e.getMessage());
            return null;
        }
    }
}
