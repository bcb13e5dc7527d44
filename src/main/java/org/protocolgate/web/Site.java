package org.protocolgate.web;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.protocolgate.protocol.ServedRules;

/** Where the study takes place. */
@Singleton
final class Site {

    private final ServedRules rules;

    Site(ServedRules rules) {
        this.rules = rules;
    }

    /** The zone in which its days begin, by the newest version of the protocol. */
    ZoneId zone() {
        return rules.zone();
    }
}
