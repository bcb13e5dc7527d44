package org.protocolgate.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.protocolgate.asking.Answering;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.RefusedException;

/** A small cohort of invented participants, as questions to try. Only with PROTOCOL_GATE_DEMO=true. */
@Hidden
@Requires(property = "protocol-gate.demo", value = "true")
@Controller("/demo")
@Secured(SecurityRule.IS_ANONYMOUS)
final class Demo {

    private static final List<String> QUESTIONS =
            List.of("CT-001-follow-up", "CT-002-infusion", "CT-003-infusion", "CT-004-screening");
    private static final String SAMPLE = "CT-002-infusion";

    private final ResourceResolver resources;
    private final Answering answering;
    private final DemoUsers users;

    Demo(ResourceResolver resources, Answering answering, DemoUsers users) {
        this.resources = resources;
        this.answering = answering;
        this.users = users;
    }

    /** A question of the demo, as it can be posted to the evaluations. */
    @Get("/{name}.json")
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Optional<byte[]> question(String name) {
        return QUESTIONS.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** Shows on the console what there is to try. */
    @EventListener
    void show(ServerStartupEvent started) throws RefusedException {
        PrintStream out = System.out;
        String address = started.getSource().getURL().toString();
        out.println();
        out.println("Protocol Gate answers at " + address + ", its interface to try is at " + address + "/swagger-ui");
        users.prepare(out);
        out.println("The demo's participants are invented:");
        for (String name : QUESTIONS) {
            DecisionView answer = answering.answer(read(name), Locale.ENGLISH);
            out.printf(
                    "  %-7s %-10s on %s  %s%s%n",
                    answer.participant(),
                    answer.gate(),
                    answer.on(),
                    answer.verdict(),
                    answer.earliest() == null ? "" : ", earliest " + answer.earliest());
        }
        DecisionView sample = answering.answer(read(SAMPLE), Locale.ENGLISH);
        out.println("May " + sample.participant() + " be infused on " + sample.on() + "? " + sample.verdict()
                + ", earliest " + sample.earliest() + ":");
        sample.criteria().stream()
                .filter(criterion -> criterion.status() == Status.NOT_MET)
                .forEach(criterion -> out.println("  " + criterion.id() + " " + criterion.reason()));
        out.println("Ask it yourself, in the next " + users.minutes() + " minutes with this token of the coordinator:");
        out.println("  curl -s " + address + "/demo/" + SAMPLE + ".json |"
                + " curl -s -H 'Content-Type: application/json' -H 'Authorization: Bearer " + users.token() + "' -d @- "
                + address + "/api/evaluations");
        out.flush();
    }

    private byte[] read(String name) {
        try (InputStream file = resources
                .getResourceAsStream("classpath:demo/" + name + ".json")
                .orElseThrow(() -> new IllegalStateException("the demo lacks " + name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
