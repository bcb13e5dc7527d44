package org.protocolgate.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Limit;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleText;
import org.protocolgate.rulebook.TestRules;

/** What the rule folder says of a criterion is on its page, in both languages. */
class RulePagesTest {

    private static final RulePages PAGES = RulePages.of(TestRules.rulebook());

    static List<Edition> editions() {
        return TestRules.rulebook().versions().stream()
                .flatMap(version -> RulePages.LANGUAGES.stream()
                        .map(language -> new Edition(TestRules.rulebook(), version, language)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyCriterionHasItsSentencesNumbersRulesAndExamples(Edition edition) {
        ProtocolVersion version = edition.version();
        for (Criterion criterion : version.criteria()) {
            List<String> said = Stream.of(
                            sentences(edition, criterion),
                            numbers(edition, criterion),
                            rules(edition, criterion),
                            examples(edition, criterion))
                    .flatMap(texts -> texts.map(Escaped::text))
                    .toList();
            assertThat(page(edition, criterion.id()))
                    .contains("<html lang=\"" + edition.language().toLanguageTag() + "\">")
                    .contains(said);
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void noSlotIsLeftOpenOutsideTheRulesThemselves(Edition edition) {
        for (String name : edition.pages()) {
            String told = page(edition, name).replaceAll("(?s)<pre>.*?</pre>|<pre lang=\"en\">.*?</pre>", "");
            assertThat(told)
                    .as(name)
                    .doesNotContainPattern("\\{[A-Za-z0-9.-]+}")
                    .doesNotContain("${", "#{");
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyReasonNamedByAnExampleLeadsToItsRule(Edition edition) {
        for (Criterion criterion : edition.version().criteria()) {
            List<Rule> rules = Rule.all(edition.file(criterion.file()));
            assertThat(Example.of(edition, criterion, rules))
                    .filteredOn(example -> example.because() != null)
                    .allSatisfy(example -> assertThat(example.rule())
                            .as(criterion.id() + " " + example.because())
                            .isNotNull());
        }
    }

    @Test
    void aReadingIsShownAsWaitingForTheSponsor() {
        Edition english = editions().get(0);
        for (Criterion criterion : english.version().criteria()) {
            boolean shown = page(english, criterion.id()).contains("Waiting for the sponsor’s word");
            assertThat(shown).as(criterion.id()).isEqualTo(criterion.reading() != null);
        }
    }

    @Test
    void theIndexLeadsToEveryCriterionInTheProtocolsOrder() {
        Edition chinese = editions().get(1);
        assertThat(page(chinese, RulePages.INDEX))
                .containsSubsequence(chinese.version().criteria().stream()
                        .map(criterion -> "href=\"" + criterion.id() + ".html\"")
                        .toList());
    }

    @Test
    void whatIsNotThereIsEmpty() {
        ProtocolVersion version = TestRules.newest();
        assertThat(PAGES.page(version.study(), version.version(), "EXC-99", Locale.ENGLISH))
                .isEmpty();
        assertThat(PAGES.page(version.study(), "0.9", RulePages.INDEX, Locale.ENGLISH))
                .isEmpty();
        assertThat(PAGES.page(version.study(), version.version(), RulePages.INDEX, Locale.FRENCH))
                .isEmpty();
    }

    private static Stream<String> sentences(Edition edition, Criterion criterion) {
        ProtocolVersion version = edition.version();
        Stream<String> always = Stream.of(
                version.title(criterion, edition.language()),
                version.statement(criterion, edition.language()),
                criterion.cites(),
                version.ruleSet());
        String reading = version.reading(criterion, edition.language());
        return reading == null ? always : Stream.concat(always, Stream.of(reading));
    }

    private static Stream<String> numbers(Edition edition, Criterion criterion) {
        return edition.version().limits().all().values().stream()
                .filter(limit -> limit.criterion().equals(criterion.id()))
                .flatMap(limit -> Stream.of(
                        limit.name(),
                        edition.version().shown(limit, edition.language()),
                        Limit.shown(limit.step()),
                        limit.cites()));
    }

    private static Stream<String> rules(Edition edition, Criterion criterion) {
        return RuleText.rules(edition.file(criterion.file())).stream()
                .flatMap(rule -> Stream.of(rule.name(), rule.text()));
    }

    private static Stream<String> examples(Edition edition, Criterion criterion) {
        return Example.of(edition, criterion, List.of()).stream()
                .flatMap(example -> Stream.of(example.name(), example.given(), example.word()));
    }

    private static String page(Edition edition, String name) {
        ProtocolVersion version = edition.version();
        return PAGES.page(version.study(), version.version(), name, edition.language())
                .orElseThrow();
    }
}
