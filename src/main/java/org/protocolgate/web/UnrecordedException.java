package org.protocolgate.web;

/** Something could not be recorded, and is not answered for that. */
final class UnrecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnrecordedException(Throwable cause) {
        super("This could not be recorded, and is not answered for that; ask again later.", cause);
    }
}
