package org.protocolgate.study;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an overview of all participants needs, each in one query whatever their number. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface OverviewRows extends GenericRepository<Enrolled, String> {

    /** A participant and its dose level as recorded. */
    @Introspected
    record Person(String code, @Nullable String level) {}

    /** A decision without what it rests on. */
    @Introspected
    record Made(
            UUID id,
            String participant,
            long seq,
            String gate,
            String gateDay,
            String verdict,
            @Nullable LocalDate earliest,
            Instant recordedAt) {}

    /** The number of the newest fact, correction or change of attributes. */
    @Introspected
    record Recorded(String participant, long seq) {}

    @Query("""
            select p.code, a.kind as level from participant p
            left join (select f.participant, max(f.seq) as seq from fact f where f.type = 'doseAssignment'
                and not exists (select 1 from correction c where c.fact = f.id) group by f.participant) n
                on n.participant = p.code
            left join fact a on a.participant = n.participant and a.seq = n.seq
            where p.study = :study and not exists (select 1 from participant_voiding v where v.participant = p.code)
            order by p.code""")
    List<Person> participants(String study);

    /** By what was known when they were made. */
    @Query("""
            select d.id, d.participant, d.seq, d.gate, d.gate_day, d.verdict, d.earliest, d.recorded_at from decision d
            join (select participant, gate, max(seq) as seq from decision where as_known_at is null
                group by participant, gate) n on n.participant = d.participant and n.seq = d.seq
            where d.study = :study""")
    List<Made> lastAtEachGate(String study);

    @Query("""
            select r.participant, max(r.seq) as seq from (
                select participant, max(seq) as seq from fact group by participant
                union all select participant, max(seq) as seq from correction group by participant
                union all select participant, max(seq) as seq from participant_version group by participant) r
            join participant p on p.code = r.participant where p.study = :study group by r.participant""")
    List<Recorded> newestRecords(String study);
}
