package org.protocolgate.study;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Authorisations extends GenericRepository<Authorised, UUID> {

    void save(Authorised authorisation);

    Optional<Authorised> findById(UUID id);

    Optional<Authorised> findByDecision(UUID decision);

    @Query("select * from authorisation where participant = :participant order by seq")
    List<Authorised> ofParticipant(String participant);

    @Query("select * from authorisation where participant in (:codes) order by participant, seq")
    List<Authorised> of(List<String> codes);

    /** Those of a study that have no end, the oldest first. */
    @Query("""
            select a.* from authorisation a
            join participant p on p.code = a.participant and p.study = :study
            where not exists (select 1 from authorisation_end e where e.id = a.id)
            order by a.recorded_at, a.participant""")
    List<Authorised> open(String study);
}
