package org.protocolgate.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers a stream of questions, line by line in order, each when it is recorded that it was asked; only a few lines are in
 * memory at a time, the others wait in a file.
 */
@Singleton
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Answering answering;
    private final JsonMapper json;
    private final EvaluationLog log;
    private final int workers = Runtime.getRuntime().availableProcessors();
    private final Scheduler scheduler = Schedulers.newParallel("batch", workers);

    Batch(Answering answering, JsonMapper json, EvaluationLog log) {
        this.answering = answering;
        this.json = json;
        this.log = log;
    }

    /** An answer, and what has to be recorded before it is given; null of what was not answered. */
    private record Answer(byte[] question, @Nullable DecisionView decision, byte[] text) {}

    Publisher<byte[]> answer(Publisher<byte[]> body, Locale language, Actor actor) {
        return Lines.of(Spool.of(Flux.from(body)))
                .flatMapSequential(
                        line -> Mono.fromCallable(() -> answer(line, language)).subscribeOn(scheduler), 2 * workers, 1)
                .flatMapSequential(answer -> recorded(answer, actor), EvaluationLog.MOST_TOGETHER, 1);
    }

    /** The text to be sent, when it may be. */
    private Mono<byte[]> recorded(Answer answer, Actor actor) {
        return answer.decision() == null
                ? Mono.just(answer.text())
                : Mono.fromFuture(log.add(actor, answer.question(), answer.decision()))
                        .publishOn(scheduler)
                        .thenReturn(answer.text())
                        .onErrorResume(
                                UnrecordedException.class,
                                unrecorded -> Mono.just(written(UnrecordedHandler.problem(unrecorded))));
    }

    private Answer answer(byte[] line, Locale language) {
        try {
            DecisionView decision = answering.answer(line, language);
            return new Answer(line, decision, written(decision));
        } catch (RefusedException e) {
            return new Answer(line, null, written(ProblemView.of(e)));
        } catch (RuntimeException e) {
            LOG.error("a line of a batch could not be answered", e);
            String detail = "This line could not be answered.";
            return new Answer(line, null, written(ProblemView.of(HttpStatus.INTERNAL_SERVER_ERROR, detail)));
        }
    }

    private byte[] written(Object answer) {
        try {
            byte[] text = json.writeValueAsBytes(answer);
            byte[] line = java.util.Arrays.copyOf(text, text.length + 1);
            line[text.length] = '\n';
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
