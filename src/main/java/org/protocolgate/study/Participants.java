package org.protocolgate.study;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface Participants extends GenericRepository<Enrolled, String> {

    /** A participant in the list of all. */
    @Introspected
    record Listed(
            String code,
            String protocolVersion,
            Instant enrolledAt,
            boolean voided,
            @Nullable String level,
            @Nullable String gate,
            @Nullable String gateDay,
            @Nullable String verdict,
            @Nullable Instant decidedAt) {}

    void save(Enrolled participant);

    Optional<Enrolled> findByCode(String code);

    /** By code, those after a given one; the level is that of the last assignment, the verdict that of the last decision. */
    @Query("""
            select p.code, p.protocol_version, p.enrolled_at, v.participant is not null as voided,
                a.kind as level, d.gate, d.gate_day, d.verdict, d.recorded_at as decided_at
            from participant p
            left join participant_voiding v on v.participant = p.code
            left join fact a on a.participant = p.code and a.seq = (
                select max(f.seq) from fact f where f.participant = p.code and f.type = 'doseAssignment'
                    and not exists (select 1 from correction c where c.fact = f.id))
            left join decision d on d.participant = p.code and d.seq = (
                select max(m.seq) from decision m where m.participant = p.code)
            where p.code > :after
                and (cast(:verdict as varchar) is null or d.verdict = cast(:verdict as varchar))
                and (cast(:level as numeric(20, 3)) is null or case when a.type = 'doseAssignment' then cast(a.kind as numeric(20, 3)) end
                        = cast(:level as numeric(20, 3)))
            order by p.code limit :size""")
    List<Listed> list(String after, @Nullable String verdict, @Nullable String level, int size);

    @Query("select * from participant where code in (:codes)")
    List<Enrolled> of(List<String> codes);

    /** The codes of a study's participants, in order, those after a given one. */
    @Query("select code from participant where study = :study and code > :after order by code limit :size")
    List<String> codes(String study, String after, int size);

    /** Those from one code to another, after a given one. */
    @Query(
            "select code from participant where study = :study and code > :after and code <= :last order by code limit :size")
    List<String> codes(String study, String after, String last, int size);
}
