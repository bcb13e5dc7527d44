package org.protocolgate.web;

/** More was sent than is taken at once. */
final class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("At most " + most + " bytes are taken at once (protocol-gate.imports.most-bytes); send less of it.");
    }
}
