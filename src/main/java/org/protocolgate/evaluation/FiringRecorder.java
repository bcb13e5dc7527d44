package org.protocolgate.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
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
    private final List<Finding> inserted = new ArrayList<>();
    private final Map<Finding, List<Fact>> daysOf = new IdentityHashMap<>();
    private final Function<String, List<Fact>> recordsOf;
    private final Map<String, List<Fact>> records = new HashMap<>();

    /** @param recordsOf the records that set the day which a word of the rules stands for */
    FiringRecorder(Function<String, List<Fact>> recordsOf) {
        this.recordsOf = recordsOf;
    }

    /** What a rule inserts while it fires says which facts its words stand for. */
    private final RuleRuntimeEventListener insertions = new DefaultRuleRuntimeEventListener() {
        @Override
        public void objectInserted(ObjectInsertedEvent event) {
            if (event.getObject() instanceof Finding finding) {
                inserted.add(finding);
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
        List<Fact> days = List.of();
        for (Object matched : event.getMatch().getObjects()) {
            if (matched instanceof Fact fact) {
                evidence.add(fact.ref());
            } else if (matched instanceof OfFact of) {
                evidence.add(of.fact().ref());
            }
            String word = word(matched);
            if (!word.isEmpty()) {
                days = union(days, records.computeIfAbsent(word, recordsOf));
            }
        }
        days.forEach(fact -> evidence.add(fact.ref()));
        Status found = null;
        Object criterion = event.getMatch().getRule().getMetaData().get("criterion");
        for (Finding finding : inserted) {
            daysOf.put(finding, days);
            found = finding.status();
            criterion = criterion == null ? finding.criterion() : criterion;
        }
        inserted.clear();
        fired.add(new Firing(
                event.getMatch().getRule().getName(),
                criterion == null ? null : criterion.toString().replace("\"", ""),
                found,
                List.copyOf(evidence)));
        evidence.clear();
    }

    private static List<Fact> union(List<Fact> some, List<Fact> others) {
        return some.isEmpty()
                ? others
                : Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /** The finding with the records that set the days which its rule counted from: it rests on them as well. */
    Finding withDays(Finding finding) {
        return finding.restingOn(daysOf.getOrDefault(finding, List.of()));
    }

    /** The word whose day a matched object is counted from, or an empty text for one that is not counted from a recorded day. */
    private static String word(Object matched) {
        if (matched instanceof Absence absence) {
            return absence.window().anchor() == null
                    ? ""
                    : word(absence.window().anchor());
        }
        boolean recorded = matched instanceof Screening
                || matched instanceof ScreeningPeriod
                || matched instanceof Consented
                || matched instanceof Lymphodepletion
                || matched instanceof Infused;
        return recorded ? matched.getClass().getSimpleName() : "";
    }

    /** All of them, in an order of their own: that in which they fired means nothing and is not always the same. */
    List<Firing> fired() {
        return fired.stream()
                .sorted(Comparator.comparing(Firing::rule)
                        .thenComparing(firing -> firing.facts().toString())
                        .thenComparing(firing -> String.valueOf(firing.criterion()))
                        .thenComparing(firing -> String.valueOf(firing.status())))
                .toList();
    }
}
