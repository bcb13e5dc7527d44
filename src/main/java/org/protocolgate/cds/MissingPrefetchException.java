package org.protocolgate.cds;

/** What is needed did not come along, and this service asks nobody for it. */
public final class MissingPrefetchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MissingPrefetchException(String message) {
        super(message);
    }
}
