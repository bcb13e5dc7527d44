package org.protocolgate.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.protocolgate.participant.Fact;

/** Notes each rule as it fires, with the facts of the dossier that it matched or that its finding rests on. */
final class FiringRecorder extends DefaultAgendaEventListener {

    private final List<Firing> fired = new ArrayList<>();
    private final TreeSet<String> evidence = new TreeSet<>();

    /** What a rule inserts while it fires says which facts its words stand for. */
    private final RuleRuntimeEventListener insertions = new DefaultRuleRuntimeEventListener() {
        @Override
        public void objectInserted(ObjectInsertedEvent event) {
            if (event.getObject() instanceof Finding finding) {
                finding.evidence().forEach(fact -> evidence.add(fact.ref()));
            }
        }
    };

    void listenTo(KieSession session) {
        session.addEventListener(this);
        session.addEventListener(insertions);
    }

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        for (Object matched : event.getMatch().getObjects()) {
            if (matched instanceof Fact fact) {
                evidence.add(fact.ref());
            } else if (matched instanceof OfFact of) {
                evidence.add(of.fact().ref());
            }
        }
        Object criterion = event.getMatch().getRule().getMetaData().get("criterion");
        fired.add(new Firing(
                event.getMatch().getRule().getName(),
                criterion == null ? null : criterion.toString().replace("\"", ""),
                List.copyOf(evidence)));
        evidence.clear();
    }

    /** All of them, in an order of their own: that in which they fired means nothing and is not always the same. */
    List<Firing> fired() {
        return fired.stream()
                .sorted(Comparator.comparing(Firing::rule)
                        .thenComparing(firing -> firing.facts().toString()))
                .toList();
    }
}
