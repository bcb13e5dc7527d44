package org.protocolgate.study;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the screening log rests on, of many participants with one statement each. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ScreeningRows extends GenericRepository<Enrolled, String> {

    /** Somebody enrolled; with the reason where the code was wrong. */
    @Introspected
    record Person(
            String code,
            String protocolVersion,
            Instant enrolledAt,
            String enrolledBy,
            @Nullable String voided) {}

    /** A fact by which somebody's way through the study is known. */
    @Introspected
    record Step(String participant, String body) {}

    /** An answer as it was given. */
    @Introspected
    record Said(UUID decision, String body) {}

    String STEPS = """
            select f.participant, f.body from fact f join participant p on p.code = f.participant
            where f.type in ('consent', 'milestone', 'doseAssignment')
                and not exists (select 1 from correction c where c.fact = f.id) and""";

    /** Everybody ever enrolled, in that order. */
    @Query("""
            select p.code, p.protocol_version, p.enrolled_at, p.enrolled_by, v.reason as voided from participant p
            left join participant_voiding v on v.participant = p.code
            where p.study = :study order by p.enrolled_at, p.code""")
    List<Person> everybody(String study);

    @Query(STEPS + " p.study = :study order by f.participant, f.seq")
    List<Step> stepsOfStudy(String study);

    @Query(STEPS + " f.participant in (:codes) order by f.participant, f.seq")
    List<Step> steps(List<String> codes);

    @Query("select decision, body from decision_answer where language = :language and decision in (:decisions)")
    List<Said> said(String language, List<UUID> decisions);
}
