package org.protocolgate.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.protocolgate.participant.Fact;

/** Notes each rule as it fires, with the facts of the dossier that it matched. */
final class FiringRecorder extends DefaultAgendaEventListener {

    private final List<Firing> fired = new ArrayList<>();

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        Object criterion = event.getMatch().getRule().getMetaData().get("criterion");
        List<String> facts = event.getMatch().getObjects().stream()
                .map(FiringRecorder::ref)
                .filter(Objects::nonNull)
                .toList();
        fired.add(new Firing(
                event.getMatch().getRule().getName(),
                criterion == null ? null : criterion.toString().replace("\"", ""),
                facts));
    }

    List<Firing> fired() {
        return List.copyOf(fired);
    }

    private static @Nullable String ref(Object matched) {
        if (matched instanceof Fact fact) {
            return fact.ref();
        }
        return matched instanceof OfFact of ? of.fact().ref() : null;
    }
}
