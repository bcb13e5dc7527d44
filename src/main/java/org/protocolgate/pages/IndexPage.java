package org.protocolgate.pages;

import java.util.List;
import java.util.stream.Stream;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Gate;

/** The criteria of a version, gate by gate. */
record IndexPage(String zone, List<AtGate> gates) {

    record AtGate(String name, String word, List<Link> criteria) {}

    /** A criterion by its id, which is also the name of its page, and its title. */
    record Link(String id, String title, String cites) {

        static Link of(Edition edition, Criterion criterion) {
            return new Link(criterion.id(), edition.title(criterion), criterion.cites());
        }
    }

    static IndexPage of(Edition edition) {
        return new IndexPage(
                edition.version().zone().getId(),
                Stream.of(Gate.values())
                        .map(gate -> new AtGate(gate.name(), edition.word(gate.name()), at(gate, edition)))
                        .filter(gate -> !gate.criteria().isEmpty())
                        .toList());
    }

    private static List<Link> at(Gate gate, Edition edition) {
        return edition.version().criteria().stream()
                .filter(criterion -> criterion.gate() == gate)
                .map(criterion -> Link.of(edition, criterion))
                .toList();
    }
}
