package org.protocolgate.query;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Where a query stands; its last message says so. */
@Schema(name = "QueryState")
public enum State {
    /** The site has to answer. */
    OPEN,
    /** The monitor has to look at the answer. */
    ANSWERED,
    CLOSED;

    static State after(List<Message> messages) {
        if (messages.isEmpty()) {
            return OPEN;
        }
        return switch (messages.get(messages.size() - 1).content().kind()) {
            case ANSWERED -> ANSWERED;
            case CLOSED -> CLOSED;
            case REOPENED -> OPEN;
        };
    }

    /** Whether something of this kind can be said now. */
    public boolean takes(MessageKind kind) {
        return kind == MessageKind.REOPENED ? this != OPEN : this != CLOSED;
    }
}
