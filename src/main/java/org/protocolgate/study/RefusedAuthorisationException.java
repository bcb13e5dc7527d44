package org.protocolgate.study;

import java.util.List;

/** An infusion cannot be authorised; nothing was recorded. */
public final class RefusedAuthorisationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Standing> standing;

    RefusedAuthorisationException(String message, List<Standing> standing) {
        super(message);
        this.standing = List.copyOf(standing);
    }

    /** The criteria that stand in the way; empty where something else does. */
    public List<Standing> standing() {
        return standing;
    }
}
