package org.protocolgate.audit;

import java.util.Objects;

/**
 * Who does something.
 *
 * @param name a user's name, or that of a part of the service that acts by itself
 * @param role the role in which it is done
 */
public record Actor(String name, String role) {

    public Actor {
        Objects.requireNonNull(name);
        Objects.requireNonNull(role);
    }

    /** The service itself, for what it does without being asked by anybody. */
    public static final Actor SERVICE = new Actor("service", "SERVICE");
}
