package org.protocolgate.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.ProtocolVersion;

/**
 * All that one criterion says, and all that its rules and examples say.
 *
 * @param clears the name of the day that can be moved to clear a finding, or null where there is none
 * @param versions the versions of the study, the columns of its numbers
 * @param previous the criterion before it in the protocol's order, or null
 * @param next the criterion after it, or null
 */
record CriterionPage(
        String id,
        String title,
        String statement,
        String cites,
        String gate,
        @Nullable String clears,
        @Nullable String reading,
        List<String> versions,
        List<NumberRow> numbers,
        String file,
        List<Rule> rules,
        List<Example> examples,
        IndexPage.@Nullable Link previous,
        IndexPage.@Nullable Link next) {

    static CriterionPage of(Edition edition, Criterion criterion) {
        ProtocolVersion version = edition.version();
        String text = edition.file(criterion.file());
        List<Rule> rules = text == null ? List.of() : Rule.all(text);
        return new CriterionPage(
                criterion.id(),
                edition.title(criterion),
                version.statement(criterion, edition.language()),
                criterion.cites(),
                edition.word(criterion.gate().name()),
                criterion.clears(),
                version.reading(criterion, edition.language()),
                edition.versions().stream().map(ProtocolVersion::version).toList(),
                NumberRow.of(edition, criterion),
                criterion.file(),
                rules,
                Example.of(edition, criterion, rules),
                beside(edition, criterion, -1),
                beside(edition, criterion, +1));
    }

    /** The day that can be moved, by the name under which the page's words tell it. */
    public String clearsBy() {
        return clears == null ? "none" : clears;
    }

    /** Whether some example says the earliest day of the decision. */
    public boolean earliestTold() {
        return examples.stream().anyMatch(example -> example.earliest() != null);
    }

    /** Whether some example says a warning, or that there is none. */
    public boolean warningTold() {
        return examples.stream().anyMatch(example -> example.warns() != null);
    }

    private static IndexPage.@Nullable Link beside(Edition edition, Criterion criterion, int step) {
        List<Criterion> all = edition.version().criteria();
        int place = all.indexOf(criterion) + step;
        return place < 0 || place >= all.size() ? null : IndexPage.Link.of(edition, all.get(place));
    }
}
