package org.protocolgate.web;

import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.authentication.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** A request that comes with the session of a browser, and not from a page of ours. */
final class ForgedFormException extends AuthorizationException {

    private static final long serialVersionUID = 1;

    ForgedFormException(@Nullable Authentication who) {
        super(who);
    }

    /** Logging in would not help. */
    @Override
    public boolean isForbidden() {
        return true;
    }
}
