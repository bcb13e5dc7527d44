package org.protocolgate.alert;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert that there is a cause for.
 *
 * @param detail what tells two causes of one kind apart
 * @param due the day by which something has to be done, or on which something clears
 */
record Wanted(
        @Nullable String criterion,
        Cause cause,
        String detail,
        Severity severity,
        String english,
        String chinese,
        @Nullable LocalDate due) {

    String key(String subject) {
        return subject + "|" + (criterion == null ? "" : criterion) + "|" + cause + "|" + detail;
    }
}
