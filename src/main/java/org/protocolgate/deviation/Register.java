package org.protocolgate.deviation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;

/** Enters deviations and their steps, each with its entry in the audit log; what persons wrote is there by its digest alone. */
@Singleton
final class Register {

    private final Deviations deviations;
    private final Steps steps;
    private final AuditLog audit;

    Register(Deviations deviations, Steps steps, AuditLog audit) {
        this.deviations = deviations;
        this.steps = steps;
        this.audit = audit;
    }

    /** What the service found of a participant. */
    void enter(String participant, List<Draft> found, List<Deviation> gone) {
        Chain chain = audit.hold(Chain.ofParticipant(participant));
        List<Happened> happened = new ArrayList<>();
        List<Deviation> drafted = new ArrayList<>();
        for (Draft draft : found) {
            Deviation deviation = deviation(participant, draft, chain, chain.next() + happened.size());
            drafted.add(deviation);
            happened.add(told(deviation, draft));
        }
        List<Step> ended = new ArrayList<>();
        for (Deviation deviation : gone) {
            Continuation says = Continuation.gone(deviation.id());
            Step step = step(deviation, says, chain, chain.next() + happened.size(), Actor.SERVICE);
            ended.add(step);
            happened.add(told(step, deviation));
        }
        deviations.saveAll(drafted);
        steps.saveAll(ended);
        audit.add(chain, Actor.SERVICE, happened);
    }

    /** What a person says of a deviation whose participant's chain is held. */
    void enter(Deviation deviation, Continuation says, Chain chain, Actor actor) {
        Step step = step(deviation, says, chain, chain.next(), actor);
        steps.saveAll(List.of(step));
        audit.add(chain, actor, List.of(told(step, deviation)));
    }

    private Deviation deviation(String participant, Draft draft, Chain chain, long seq) {
        String body = draft.body();
        return new Deviation(
                audit.newId(chain),
                participant,
                seq,
                draft.criterion(),
                draft.other(),
                body,
                Digest.of(body),
                chain.at(),
                Actor.SERVICE.name());
    }

    private Step step(Deviation deviation, Continuation says, Chain chain, long seq, Actor actor) {
        String body = says.body();
        return new Step(
                audit.newId(chain),
                deviation.id(),
                deviation.participant(),
                seq,
                says.kind().name(),
                body,
                Digest.of(body),
                chain.at(),
                actor.name());
    }

    private static Happened told(Deviation deviation, Draft draft) {
        Happened found = Happened.of(Action.DEVIATION_FOUND)
                .to(deviation.participant())
                .of(draft.criterion())
                .about(deviation.id())
                .came(draft.kind())
                .with("digest", deviation.digest())
                .with("gate", draft.gate().name())
                .with("on", draft.happenedOn())
                .with("evidence", draft.evidence())
                .with(
                        "authorisation",
                        draft.authorisation() == null
                                ? null
                                : draft.authorisation().toString())
                .with("other", draft.other());
        return draft.decision() == null ? found : found.in(draft.decision());
    }

    private static Happened told(Step step, Deviation deviation) {
        return Happened.of(Action.DEVIATION_CONTINUED)
                .to(step.participant())
                .of(deviation.criterion())
                .about(step.id())
                .came(step.kind())
                .with("digest", step.digest())
                .with("deviation", deviation.id().toString());
    }
}
