package org.protocolgate.delivery;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.protocolgate.alert.AlertDelivery;
import org.protocolgate.alert.Occurrence;
import org.protocolgate.job.Jobs;

/** Notes whom something concerns that happened to alerts, and a job to tell each of them. */
@Singleton
@Requires(beans = Recipients.class)
final class Noting implements AlertDelivery {

    private static final int AT_A_TIME = 1_000;

    private final Recipients recipients;
    private final Deliveries deliveries;
    private final Jobs jobs;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Noting(Recipients recipients, Deliveries deliveries, Jobs jobs, Clock clock) {
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public void note(List<Occurrence> happened) {
        if (recipients.all().isEmpty()) {
            return;
        }
        for (int from = 0; from < happened.size(); from += AT_A_TIME) {
            noteSome(happened.subList(from, Math.min(happened.size(), from + AT_A_TIME)));
        }
    }

    private void noteSome(List<Occurrence> happened) {
        Map<UUID, Set<String>> told = told(happened);
        List<Delivery> noted = new ArrayList<>();
        for (Occurrence one : happened) {
            concerned(one, told.getOrDefault(one.alert(), Set.of())).forEach(to -> noted.add(delivery(one, to)));
        }
        if (!noted.isEmpty()) {
            deliveries.saveAll(noted);
            jobs.noteAll(
                    DeliverJob.NAME,
                    noted.stream().map(one -> one.id().toString()).toList(),
                    clock.instant());
        }
    }

    /** Who was to be told of alerts that are resolved now, however urgent these are by now. */
    private Map<UUID, Set<String>> told(List<Occurrence> happened) {
        List<UUID> resolved = happened.stream()
                .filter(one -> one.kind() == Occurrence.Kind.RESOLVED)
                .map(Occurrence::alert)
                .toList();
        Map<UUID, Set<String>> told = new HashMap<>();
        if (!resolved.isEmpty()) {
            deliveries
                    .of(resolved)
                    .forEach(one -> told.computeIfAbsent(one.alert(), alert -> new HashSet<>())
                            .add(one.recipient()));
        }
        return told;
    }

    private Stream<Recipient> concerned(Occurrence one, Set<String> told) {
        Stream<Recipient> all = recipients.all().stream();
        return switch (one.kind()) {
            case RAISED -> all.filter(to -> to.isConcerned(one, 0));
            case CHANGED -> all.filter(to -> one.moreUrgent() && to.isConcerned(one, 0));
            case ESCALATED -> all.filter(to -> to.isConcerned(one, one.escalations()));
            case RESOLVED -> all.filter(to -> to.hook() != null && told.contains(to.name()));
            case ACKNOWLEDGED, SNOOZED -> Stream.empty();
        };
    }

    private Delivery delivery(Occurrence one, Recipient to) {
        return new Delivery(
                ids.construct(one.at().toEpochMilli()),
                one.study(),
                one.number(),
                one.alert(),
                one.kind(),
                to.name(),
                DeliveryView.State.PENDING,
                0,
                null,
                one.at(),
                null);
    }
}
