package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.setting.CannotStartException;
import org.protocolgate.user.Role;

/** What is configured of an OpenID Connect issuer. */
@Singleton
@Requires(property = "protocol-gate.openid.issuer")
record OpenId(
        @Value("${protocol-gate.openid.issuer}") String issuer,
        @Value("${protocol-gate.openid.jwks:}") String jwks,
        @Value("${protocol-gate.openid.audience:}") String audience,
        @Value("${protocol-gate.openid.name-claim:sub}") String nameClaim,
        @Value("${protocol-gate.openid.role-claim:roles}") String roleClaim,

        @Value("${protocol-gate.openid.roles.coordinator:COORDINATOR}")
        String coordinator,

        @Value("${protocol-gate.openid.roles.investigator:INVESTIGATOR}")
        String investigator,

        @Value("${protocol-gate.openid.roles.monitor:MONITOR}")
        String monitor,

        @Value("${protocol-gate.openid.roles.admin:ADMIN}") String admin) {

    OpenId {
        if (jwks.isEmpty() || audience.isEmpty()) {
            throw new CannotStartException(
                    "PROTOCOL_GATE_OPENID_ISSUER needs PROTOCOL_GATE_OPENID_JWKS, the address of the"
                            + " issuer's keys, and PROTOCOL_GATE_OPENID_AUDIENCE, the name that the issuer has for this service.");
        }
    }

    /** The one role that the claim gives; null where it gives none, or several, which would have to be chosen from. */
    @Nullable
    Role role(Map<String, Object> claims) {
        Object claim = claims.get(roleClaim);
        Collection<?> given = claim instanceof Collection<?> several ? several : List.of(String.valueOf(claim));
        Map<String, Role> named = Map.of(
                coordinator,
                Role.COORDINATOR,
                investigator,
                Role.INVESTIGATOR,
                monitor,
                Role.MONITOR,
                admin,
                Role.ADMIN);
        List<Role> roles =
                named.keySet().stream().filter(given::contains).map(named::get).toList();
        return roles.size() == 1 ? roles.get(0) : null;
    }
}
