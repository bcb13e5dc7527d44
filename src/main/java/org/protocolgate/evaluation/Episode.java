package org.protocolgate.evaluation;

import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Period;

/** A condition together with what was judged of it since it had surely begun. */
public final class Episode implements OfFact {

    private final Condition condition;
    private final Asking asking;

    Episode(Condition condition, Asking asking) {
        this.condition = condition;
        this.asking = asking;
    }

    public Condition.Kind getKind() {
        return condition.kind();
    }

    public Period getPeriod() {
        return condition.period();
    }

    public Condition getCondition() {
        return condition;
    }

    /** The latest judgement on a criterion made since then and by the day of the gate. */
    public Opinion judgementSince(String criterion) {
        Window since = new Window(null, null, condition.period().latestStart(), asking.day());
        return asking.results().judgement(criterion, since);
    }

    @Override
    public Fact fact() {
        return condition;
    }
}
