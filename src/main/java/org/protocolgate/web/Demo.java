package org.protocolgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
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
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.RefusedException;

/** A small cohort of invented participants, as questions to try. Only with PROTOCOL_GATE_DEMO=true. */
@Hidden
@Requires(property = "protocol-gate.demo", value = "true")
@Controller("/demo")
@Secured(SecurityRule.IS_ANONYMOUS)
final class Demo {

    private final DemoQuestions questions;
    private final DemoUsers users;
    private final DemoStudy study;
    private final Site site;
    private final Clock clock;

    Demo(DemoQuestions questions, DemoUsers users, DemoStudy study, Site site, Clock clock) {
        this.questions = questions;
        this.users = users;
        this.study = study;
        this.site = site;
        this.clock = clock;
    }

    /** A question of the demo, as it can be posted to the evaluations. */
    @Get("/{name}.json")
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Optional<byte[]> question(String name) {
        return DemoQuestions.NAMES.contains(name) ? Optional.of(questions.file(name)) : Optional.empty();
    }

    /** Shows on the console what there is to try. */
    @EventListener
    void show(ServerStartupEvent started) throws RefusedException, IOException {
        PrintStream out = System.out;
        String address = started.getSource().getURL().toString();
        out.println();
        out.println("Protocol Gate answers at " + address + ", its interface to try is at " + address + "/swagger-ui");
        users.say(out);
        out.println("In the demo it is "
                + LocalDateTime.ofInstant(clock.instant(), site.zone()).truncatedTo(ChronoUnit.MINUTES)
                + " at the site. Its participants are invented, and kept:");
        for (String name : DemoQuestions.NAMES) {
            if (isKept(name)) {
                ask(name, out);
            }
        }
        if (isKept(DemoQuestions.SAMPLE)) {
            showSample(out, address);
        }
        out.flush();
    }

    /** Where the demo begins earlier than usual, not all of its participants are there yet. */
    private boolean isKept(String name) {
        return study.knows(questions.read(name).at("/participant/id").asText());
    }

    private void ask(String name, PrintStream out) throws RefusedException, IOException {
        JsonNode answer = study.decide(questions.read(name));
        out.printf(
                "  %-7s %-10s on %s  %s%s%n",
                answer.get("participant").asText(),
                answer.get("gate").asText(),
                answer.get("on").asText(),
                answer.get("verdict").asText(),
                answer.get("earliest").isNull()
                        ? ""
                        : ", earliest " + answer.get("earliest").asText());
    }

    private void showSample(PrintStream out, String address) throws RefusedException, IOException {
        JsonNode sample = study.decide(questions.read(DemoQuestions.SAMPLE));
        String code = sample.get("participant").asText();
        String on = sample.get("on").asText();
        out.println("May " + code + " be infused on " + on + "? "
                + sample.get("verdict").asText() + ", earliest "
                + sample.get("earliest").asText() + ":");
        for (JsonNode criterion : sample.get("criteria")) {
            if (criterion.get("status").asText().equals(Status.NOT_MET.name())) {
                out.println("  " + criterion.get("id").asText() + " "
                        + criterion.get("reason").asText());
            }
        }
        out.println("Ask it yourself, in the next " + users.minutes() + " minutes with this token of the coordinator:");
        out.println("  TOKEN=" + users.token());
        out.println("of what is kept:");
        out.println("  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' -d"
                + " '{\"gate\": \"INFUSION\", \"on\": \"" + on + "\"}' " + address + "/api/participants/" + code
                + "/decisions");
        out.println("or of a dossier that comes with the question:");
        out.println("  curl -s " + address + "/demo/" + DemoQuestions.SAMPLE + ".json |"
                + " curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Content-Type: application/json' -d @- " + address
                + "/api/evaluations");
        out.println("or read what happened until now:");
        out.println("  curl -s -H \"Authorization: Bearer $TOKEN\" -H 'Accept: text/plain' '" + address
                + "/api/audit?order=asc&limit=500&without=RULE_FIRED,SIGNED'");
    }
}
