package org.protocolgate.study;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Rulebook;

/**
 * Ends authorisations of which the reason is gone: used, void, or of a day that is over. Comes before all else that follows, so
 * that whoever asks what was permitted finds ends as they stand after what was recorded.
 */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Permits implements Consequence {

    private final Authorisations authorisations;
    private final AuthorisationEnds ends;
    private final Knowledge knowledge;
    private final Inquests inquests;
    private final AuditLog audit;

    Permits(
            Authorisations authorisations,
            AuthorisationEnds ends,
            Knowledge knowledge,
            Inquests inquests,
            AuditLog audit) {
        this.authorisations = authorisations;
        this.ends = ends;
        this.knowledge = knowledge;
        this.inquests = inquests;
        this.audit = audit;
    }

    /**
     * Asks the question of each open authorisation once more. That of the participant of whom something was recorded comes first:
     * where two cannot stand together any more, it is the one that gives way.
     */
    @Override
    public void of(Change change, Rulebook rulebook) {
        List<Authorised> all = authorisations.open(change.study()).stream()
                .sorted(Comparator.comparing(open -> !open.participant().equals(change.participant())))
                .toList();
        for (Authorised open : all) {
            Chain chain = audit.hold(Chain.ofParticipant(open.participant()));
            Enrolled enrolled = knowledge.enrolled(open.participant());
            if (knowledge.isVoided(open.participant())) {
                end(open, chain, change.actor(), new Ending(Ending.How.VOID, "enrolled under a wrong code", List.of()));
            } else {
                recheck(open, enrolled, chain, change.actor(), rulebook);
            }
        }
    }

    private void recheck(Authorised open, Enrolled enrolled, Chain chain, Actor actor, Rulebook rulebook) {
        LocalDate on = open.permit().on();
        PartialDate asked = SentQuestion.keptDay(open.permit().asked());
        Inquest inquest = inquests.now(enrolled, Gate.INFUSION, asked, chain, rulebook);
        if (isInfusedOn(on, inquest.dossier().facts())) {
            end(open, chain, actor, new Ending(Ending.How.USED, "the infusion was recorded", List.of()));
        } else if (isOver(on, chain.at(), inquest.version().zone())) {
            end(open, chain, Actor.SERVICE, new Ending(Ending.How.LAPSED, Ending.DAY_OVER, List.of()));
        } else if (!open.permit().dose().equals(Dose.assigned(inquest))) {
            end(
                    open,
                    chain,
                    actor,
                    new Ending(Ending.How.VOID, "the dose assigned is another than the one permitted", List.of()));
        } else {
            Decision now = inquest.decide();
            if (now.verdict() != Verdict.PROCEED) {
                List<Standing> standing = Standing.of(now, Locale.ENGLISH);
                String reasons = String.join(
                        "; ",
                        standing.stream()
                                .map(one -> one.id() + " " + one.reason())
                                .toList());
                List<String> criteria = standing.stream().map(Standing::id).toList();
                end(open, chain, actor, new Ending(Ending.How.VOID, reasons, criteria));
            }
        }
    }

    static boolean isOver(LocalDate day, Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).isAfter(day);
    }

    private static boolean isInfusedOn(LocalDate day, List<Fact> facts) {
        return facts.stream()
                .anyMatch(fact -> fact instanceof Milestone step
                        && step.ofInfusion()
                        && step.on().isFull()
                        && step.on().latest().equals(day));
    }

    /** Ends an authorisation whose participant's chain is held. */
    AuthorisationEnd end(Authorised open, Chain chain, Actor actor, Ending ending) {
        String body = ending.body();
        AuthorisationEnd end = new AuthorisationEnd(
                open.id(), open.participant(), chain.next(), body, Digest.of(body), chain.at(), actor.name());
        ends.save(end);
        Happened happened = Happened.of(Action.AUTHORISATION_ENDED)
                .to(open.participant())
                .on(open.permit().level())
                .of(ending.criteria().isEmpty() ? null : ending.criteria().get(0))
                .in(open.decision())
                .about(open.id())
                .came(ending.how())
                .with("digest", end.digest())
                .with("on", open.permit().on().toString())
                .with("criteria", ending.criteria());
        audit.add(chain, actor, List.of(happened));
        return end;
    }
}
