package org.protocolgate.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.ProblemView;
import org.protocolgate.intake.RefusedException;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Answers a stream of questions, line by line in order; only a few lines are in memory at a time, the others wait in a file. */
@Singleton
final class Batch {

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Answering answering;
    private final JsonMapper json;
    private final int workers = Runtime.getRuntime().availableProcessors();
    private final Scheduler scheduler = Schedulers.newParallel("batch", workers);

    Batch(Answering answering, JsonMapper json) {
        this.answering = answering;
        this.json = json;
    }

    Publisher<byte[]> answer(Publisher<byte[]> body, Locale language) {
        return Lines.of(Spool.of(Flux.from(body)))
                .flatMapSequential(
                        line -> Mono.fromCallable(() -> answer(line, language)).subscribeOn(scheduler), 2 * workers, 1);
    }

    private byte[] answer(byte[] line, Locale language) {
        try {
            return written(answering.answer(line, language));
        } catch (RefusedException e) {
            return written(ProblemView.of(e));
        } catch (RuntimeException e) {
            LOG.error("a line of a batch could not be answered", e);
            return written(ProblemView.of(HttpStatus.INTERNAL_SERVER_ERROR, "This line could not be answered."));
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
