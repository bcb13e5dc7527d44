package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Phase;

/** The other participants of the levels, and the participant among them. */
final class Peers {

    private final boolean known;
    private final String self;
    private final List<Peer> listed;
    private final @Nullable PartialDate ownInfusion;

    /** @param ownInfusion the participant's own completed infusion by its facts */
    Peers(@Nullable Cohort cohort, String self, @Nullable PartialDate ownInfusion, LocalDate today) {
        known = cohort != null;
        this.self = self;
        this.ownInfusion = ownInfusion;
        listed = cohort == null
                ? List.of()
                : cohort.members().stream().map(m -> Peer.of(m, today)).toList();
    }

    /** Whether the question came with a cohort at all. */
    boolean isKnown() {
        return known;
    }

    /** The peers as a participant of this assignment sees them. */
    Places placesOf(Assignment assignment) {
        BigDecimal level = assignment.getLevel();
        Phase phase = assignment.getPhase();
        boolean complete = known && level != null && assignment.getCohort() != null;
        int underway = (int) others().stream()
                .filter(p -> level != null && p.isOf(level) && p.isOf(assignment.getCohort(), phase) && p.isUnderway())
                .count();
        return new Places(complete, underway, othersInfused(phase));
    }

    private int othersInfused(@Nullable Phase phase) {
        return (int) others().stream()
                .filter(p ->
                        phase != null && p.member().phase() == phase && (p.started() != null || p.completed() != null))
                .count();
    }

    /** The participants of a level, as sentinel gating sees them. */
    Sentinel sentinelOf(BigDecimal level, Assignment assignment) {
        List<Peer> ofLevel = listed.stream().filter(p -> p.isOf(level)).toList();
        boolean selfListed = listed.stream().anyMatch(this::isSelf);
        Peer first = ofLevel.stream()
                .filter(p -> p.completed() != null)
                .min(Comparator.comparing(Peers::completion))
                .orElse(null);
        boolean ownFirst = ownInfusion != null
                && !selfListed
                && (first == null || ownInfusion.lastMoment().isBefore(completion(first)));
        boolean othersUnderway = ofLevel.stream().filter(p -> !isSelf(p)).anyMatch(Peer::isUnderway);
        boolean listedFirst = first != null && isSelf(first);
        return new Sentinel(level, first, ownFirst || listedFirst, listedFirst, othersUnderway, assignment);
    }

    private static java.time.LocalDateTime completion(Peer peer) {
        PartialDate completed = peer.completed();
        return completed == null ? java.time.LocalDateTime.MAX : completed.lastMoment();
    }

    private List<Peer> others() {
        return listed.stream().filter(p -> !isSelf(p)).toList();
    }

    private boolean isSelf(Peer peer) {
        return peer.member().participant().equals(self);
    }
}
