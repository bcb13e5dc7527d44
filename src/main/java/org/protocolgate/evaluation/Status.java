package org.protocolgate.evaluation;

import java.util.Collection;

/** What a criterion comes to, rising in severity. Missing data is never met and never not met. */
public enum Status {
    NOT_APPLICABLE,
    MET,
    PROVISIONAL,
    UNKNOWN,
    NOT_MET;

    /** The most severe of several; of none it is unknown, because a criterion that no rule answered is not answered. */
    public static Status mostSevere(Collection<Status> statuses) {
        return statuses.stream().max(Status::compareTo).orElse(UNKNOWN);
    }
}
