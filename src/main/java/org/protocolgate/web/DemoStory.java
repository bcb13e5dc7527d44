package org.protocolgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Entry;
import org.protocolgate.audit.Filter;
import org.protocolgate.audit.Listing;
import org.protocolgate.intake.RefusedException;

/**
 * Lives through what came before the morning on which the demo begins. Everything is recorded with the clock at the moment at which
 * it happened, so that the audit log tells it. Each step is recorded as a whole or not at all, and only what lies behind the end of
 * the log is: a demo that is started again goes on where it was, and tells nothing twice.
 */
@Singleton
@Requires(property = "protocol-gate.demo", value = "true")
@Requires(notEnv = Environment.CLI)
final class DemoStory {

    /** What is recorded beside the story while it is told. */
    private static final Set<Action> BESIDE =
            Set.of(Action.ACCOUNT_CREATED, Action.PASSWORD_RESET, Action.RULES_SERVED);

    private final DemoQuestions questions;
    private final DemoStudy study;
    private final DemoUsers users;
    private final DemoClock clock;
    private final Listing log;
    private final Site site;

    DemoStory(DemoQuestions questions, DemoStudy study, DemoUsers users, DemoClock clock, Listing log, Site site) {
        this.questions = questions;
        this.study = study;
        this.users = users;
        this.clock = clock;
        this.log = log;
        this.site = site;
    }

    private record Step(Instant at, JsonNode does) {}

    /** Before anybody is served. */
    @EventListener
    void tell(StartupEvent started) throws RefusedException, IOException {
        List<Step> steps = untold();
        if (!steps.isEmpty()) {
            clock.standAt(steps.get(0).at());
        }
        users.prepare();
        for (Step step : steps) {
            clock.standAt(step.at());
            study.live(step.does());
        }
        clock.begin();
    }

    /** What happened after the end of the log and before the demo begins. */
    private List<Step> untold() {
        Instant told = told();
        ZoneId zone = site.zone();
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : questions.read("story")) {
            Instant at =
                    LocalDateTime.parse(step.get("at").asText()).atZone(zone).toInstant();
            if (at.isAfter(told) && !at.isAfter(clock.start())) {
                steps.add(new Step(at, step));
            }
        }
        return steps;
    }

    private Instant told() {
        Filter story = new Filter(null, null, null, null, null, null, null, null, null, null, BESIDE);
        return log.newest(story, null, 1).stream().map(Entry::at).findFirst().orElse(Instant.MIN);
    }
}
