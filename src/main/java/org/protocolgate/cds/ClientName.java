package org.protocolgate.cds;

import org.jspecify.annotations.Nullable;

/** What a client is called in the audit log. */
final class ClientName {

    private static final String PREFIX = "cds:";

    /** As wide as the column. */
    private static final int LONGEST = 100;

    private ClientName() {}

    /** Null where the subject is no text for the log. */
    static @Nullable String of(CdsClient client, @Nullable String subject) {
        String name = PREFIX + client.name() + (subject == null ? "" : ":" + subject);
        return name.length() > LONGEST || name.chars().anyMatch(c -> Character.isISOControl(c) || isSurrogate(c))
                ? null
                : name;
    }

    private static boolean isSurrogate(int c) {
        return Character.isSurrogate((char) c);
    }

    /** The client whose name it is, as it is configured. */
    static String client(String name) {
        String rest = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        int subject = rest.indexOf(':');
        return subject < 0 ? rest : rest.substring(0, subject);
    }
}
