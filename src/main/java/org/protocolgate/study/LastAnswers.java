package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

/** What was answered last, of several participants with one statement. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface LastAnswers extends GenericRepository<Made, UUID> {

    /** On each gate. */
    @Query("""
            select d.id, d.participant, d.gate, d.gate_day, d.verdict, d.essence from decision d
            where d.participant in (:codes) and d.as_known_at is null
                and not exists (select 1 from decision n where n.participant = d.participant and n.gate = d.gate
                    and n.as_known_at is null and n.seq > d.seq)""")
    List<LastAnswer> ofEachGate(List<String> codes);

    /** On each gate and day of a year or later, where it was PROCEED. */
    @Query("""
            select d.id, d.participant, d.gate, d.gate_day, d.verdict, d.essence from decision d
            where d.participant in (:codes) and d.as_known_at is null and d.verdict = 'PROCEED' and d.gate_day >= :year
                and not exists (select 1 from decision n where n.participant = d.participant and n.gate = d.gate
                    and n.gate_day = d.gate_day and n.as_known_at is null and n.seq > d.seq)
            order by d.participant, d.seq""")
    List<LastAnswer> proceeding(List<String> codes, String year);
}
