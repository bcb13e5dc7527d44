package org.protocolgate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.study.CorrectionBook;
import org.protocolgate.study.CorrectionView;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.FactView;

/** What is recorded of participants. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"COORDINATOR", "INVESTIGATOR", "MONITOR", "ADMIN"})
final class FactController {

    private final FactBook facts;
    private final CorrectionBook corrections;
    private final SentSignature signatures;

    FactController(FactBook facts, CorrectionBook corrections, SentSignature signatures) {
        this.facts = facts;
        this.corrections = corrections;
        this.signatures = signatures;
    }

    @Post(uri = "/participants/{id}/facts", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(
            summary = "Record facts, all or none",
            description = "A list of facts as in a dossier. The same Idempotency-Key with the same body records once.")
    HttpResponse<String> record(
            String id,
            @Body byte[] json,
            @Nullable @Header("Idempotency-Key") String key,
            @Nullable @Header("X-Signature") String signature,
            Actor actor)
            throws RefusedException {
        String answer = facts.record(id, json, key, actor, signatures.of(signature, actor));
        return HttpResponse.created(answer).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    @Get("/participants/{id}/facts")
    @Operation(summary = "What is known of a participant, or was at a moment; corrected facts stay in it")
    List<FactView> known(String id, @Nullable @QueryValue String asKnownAt) throws RefusedException {
        return facts.known(id, asKnownAt);
    }

    @Get(uri = "/participants/{id}/dossier", produces = MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A participant with the facts that count, or counted at a moment",
            description = "Participant and facts as a question to /api/evaluations has them.")
    String dossier(String id, @Nullable @QueryValue String asKnownAt, Actor actor) throws RefusedException {
        return facts.dossier(id, asKnownAt, actor);
    }

    @Post(uri = "/facts/{fact}/corrections", consumes = MediaType.APPLICATION_JSON)
    @Secured({"COORDINATOR", "INVESTIGATOR"})
    @Operation(summary = "Replace or withdraw a fact, with a reason")
    HttpResponse<CorrectionView> correct(
            UUID fact, @Body byte[] json, @Nullable @Header("X-Signature") String signature, Actor actor)
            throws RefusedException {
        return HttpResponse.created(corrections.correct(fact, json, actor, signatures.of(signature, actor)));
    }
}
