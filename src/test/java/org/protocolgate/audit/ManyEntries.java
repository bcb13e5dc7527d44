package org.protocolgate.audit;

/** Rules that fired, by hundreds of thousands, put into the table at once; their hashes are none. */
public final class ManyEntries {

    private static final int CRITERIA = 50;

    private ManyEntries() {}

    /**
     * The statement for PostgreSQL that adds them, each participant with a chain.
     *
     * @param from number of the first
     * @param to number behind the last
     */
    public static String insert(int participants, long from, long to) {
        return """
                insert into audit_entry (id, chain, seq, at, username, role, action, participant, criterion, rule, status,
                                         details, hash)
                select cast(lpad(to_hex(1770000000000 + n), 12, '0') || '7000' || '8' || lpad(to_hex(n), 15, '0') as uuid),
                       'participant:CT-' || n %% %1$d, n / %1$d + 1, to_timestamp((1770000000000 + n) / 1000.0),
                       'user ' || n %% 7, 'COORDINATOR', 'RULE_FIRED', 'CT-' || n %% %1$d, 'EXC-' || n / %1$d %% %2$d,
                       'rule ' || n / %1$d %% %2$d, 'MET', '{}', repeat('0', 64)
                from generate_series(%3$d, %4$d) as n
                """.formatted(participants, CRITERIA, from, to - 1);
    }
}
