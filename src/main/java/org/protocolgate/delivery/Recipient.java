package org.protocolgate.delivery;

import com.standardwebhooks.Webhook;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.Cause;
import org.protocolgate.alert.Occurrence;
import org.protocolgate.alert.Severity;
import org.protocolgate.user.Role;

/**
 * Somebody who gets alerts, at a mail address or by a webhook.
 *
 * @param severities of what it gets
 * @param role whose inbox it is; an administrator's gets what could not be evaluated, and nothing clinical
 * @param escalation after how many escalations it gets an alert; 0: at once
 */
record Recipient(
        String name,
        @Nullable String mail,
        @Nullable Hook hook,
        Set<Severity> severities,
        @Nullable Role role,
        int escalation) {

    /** Where a webhook is, and what signs what is sent there. */
    record Hook(URI uri, Webhook signing) {}

    /** Whether it gets to know of what happened to an alert that has gone on so many times. */
    boolean isConcerned(Occurrence one, int escalations) {
        return escalation == escalations
                && severities.contains(one.severity())
                && (role != Role.ADMIN || one.cause() == Cause.EVALUATION_FAILED);
    }
}
