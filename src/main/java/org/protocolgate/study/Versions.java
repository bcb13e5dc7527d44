package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Versions extends GenericRepository<Attributes, String> {

    void save(Attributes attributes);

    @Query(
            "select * from participant_version where participant = :participant and seq <= :known order by seq desc limit 1")
    Optional<Attributes> newest(String participant, long known);

    /** The newest of each of several participants. */
    @Query("""
            select v.* from participant_version v where v.participant in (:codes)
                and not exists (select 1 from participant_version n where n.participant = v.participant and n.seq > v.seq)""")
    List<Attributes> newest(List<String> codes);

    List<Attributes> findByParticipantOrderBySeq(String participant);
}
