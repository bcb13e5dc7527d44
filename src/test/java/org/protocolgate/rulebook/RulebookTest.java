package org.protocolgate.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.protocolgate.decision.Decision;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.RuleText;
import org.protocolgate.protocol.Texts;

/** Keeps the rules such that a person can read them, and the cases such that they prove something. */
class RulebookTest {

    private static final Pattern TITLE = Pattern.compile(
            "(absence|warning|[A-Z]+-[0-9]{2}) ?(not applicable|not met|unknown|provisional|met|met if reviewed|warning)? - .+");
    private static final int LONGEST_TITLE = 70;
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\b(salience|agenda-group|activation-group|ruleflow-group|no-loop"
                    + "|lock-on-active|global|modify|update|delete|retract|eval|timer|calendars|duration|enabled|date-effective"
                    + "|date-expires|now|System|function|query|Finding\\()");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9_.$\"-])([2-9]|[0-9]{2,})([0-9.eE]*)(?![A-Za-z0-9_\"-])");
    private static final List<String> ORDER =
            List.of("not applicable", "not met", "unknown", "provisional", "met", "warning");

    private static Stream<Map.Entry<String, RuleText>> rules() {
        return TestRules.files().files().entrySet().stream()
                .filter(file -> file.getKey().endsWith(".drl"))
                .flatMap(file -> RuleText.rules(file.getValue()).stream().map(rule -> Map.entry(file.getKey(), rule)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsDisciplined() {
        return rules().map(rule -> dynamicTest(rule.getValue().name(), () -> check(rule.getKey(), rule.getValue())));
    }

    private static void check(String file, RuleText rule) {
        String text = rule.text();
        String when = text.substring(text.indexOf("\nwhen\n"), text.indexOf("\nthen\n"));
        String then = text.substring(text.indexOf("\nthen\n") + 6, text.lastIndexOf("\nend"));
        assertThat(rule.name()).matches(TITLE).hasSizeLessThanOrEqualTo(LONGEST_TITLE);
        String conditions = when.replaceAll("\"[^\"]*\"", "\"\"");
        assertThat(FORBIDDEN.matcher(conditions).results().map(m -> m.group()))
                .as("forbidden words")
                .isEmpty();
        assertThat(NUMBER.matcher(when.replaceAll("\"[^\"]*\"", "\"\""))
                        .results()
                        .map(m -> m.group()))
                .as("numbers in conditions")
                .isEmpty();
        assertThat(then.strip()).as("consequence").startsWith("insert( ").endsWith(" );");
        assertThat(then.chars().filter(c -> c == ';').count())
                .as("statements in the consequence")
                .isOne();
        assertThat(when)
                .as("rules do not read findings")
                .doesNotContain("Finding")
                .doesNotContain("Warning(");
        String criterion = rule.notes().get("criterion");
        if (!file.contains("/conventions/")) {
            assertThat(file).as("the file of the criterion").contains("/" + criterion + "-");
            assertThat(rule.name()).startsWith(criterion + " ");
            assertThat(when).contains("Asked( id == \"" + criterion + "\"");
        }
    }

    @Test
    void titlesAreUnique() {
        assertThat(rules().map(rule -> rule.getValue().name())).doesNotHaveDuplicates();
    }

    @Test
    void eachCriterionIsOneFileWithItsCasesBeside() {
        Set<String> files = TestRules.files().files().keySet();
        for (Criterion criterion : TestRules.newest().criteria()) {
            assertThat(files).contains(criterion.file().replace(".drl", ".cases.yaml"));
        }
        files.stream()
                .filter(path -> path.endsWith(".cases.yaml"))
                .forEach(path -> assertThat(files).contains(path.replace(".cases.yaml", ".drl")));
    }

    @Test
    void rulesStandInTheOrderOfTheirStatus() {
        TestRules.files().files().forEach((path, text) -> {
            if (path.endsWith(".drl") && !path.contains("/conventions/")) {
                List<Integer> places = RuleText.rules(text).stream()
                        .map(rule -> ORDER.indexOf(rule.name().replaceAll("^\\S+ (.*?)( if reviewed)? - .*", "$1")))
                        .toList();
                assertThat(places).as(path).isSorted().doesNotContain(-1);
            }
        });
    }

    @Test
    void everyRuleFiresInSomeCase() {
        Set<String> silent = rules().map(rule -> rule.getValue().name()).collect(Collectors.toCollection(TreeSet::new));
        for (Case example : Case.all()) {
            Decision decision = example.decide();
            decision.evaluation().fired().stream()
                    .filter(f -> f.criterion() == null || f.criterion().equals(example.criterion()))
                    .forEach(f -> silent.remove(f.rule()));
        }
        assertThat(silent).as("rules that fire in no case").isEmpty();
    }

    @Test
    void everyCaseNamesARuleOfItsCriterion() {
        Map<String, Set<String>> titles = rules().filter(
                        rule -> rule.getValue().notes().containsKey("criterion"))
                .collect(Collectors.groupingBy(
                        rule -> rule.getValue().notes().get("criterion"),
                        Collectors.mapping(
                                rule -> RuleTitles.reason(rule.getValue().name()), Collectors.toSet())));
        Set<String> conventions = rules().filter(rule -> rule.getKey().contains("/conventions/"))
                .map(rule -> RuleTitles.reason(rule.getValue().name()))
                .collect(Collectors.toSet());
        for (Case example : Case.all()) {
            if (example.because() != null) {
                Set<String> known = new HashSet<>(titles.get(example.criterion()));
                known.addAll(conventions);
                assertThat(known).as(example.criterion() + " " + example.name()).contains(example.because());
            }
        }
    }

    @Test
    void casesOfACriterionHaveNamesOfTheirOwn() {
        assertThat(Case.all().stream().map(c -> c.criterion() + " " + c.name())).doesNotHaveDuplicates();
    }

    @Test
    void everyNumberIsUsed() {
        String all = rules().map(rule -> rule.getValue().text()).collect(Collectors.joining("\n"));
        assertThat(TestRules.newest().limits().all().keySet())
                .allSatisfy(key -> assertThat(all).contains("\"" + key + "\""));
    }

    @Test
    void citationsNameASectionAndAnItemOfTheRegistryEntry() {
        Pattern place =
                Pattern.compile("(Inclusion Criteria, item ([1-9]|10)|Exclusion Criteria, item ([1-9]|1[0-9]|2[0-2])"
                        + "|Adequate organ function, item [13456]|Detailed Description)");
        Stream<String> ofCriteria = TestRules.newest().criteria().stream().map(Criterion::cites);
        Stream<String> ofLimits =
                TestRules.newest().limits().all().values().stream().map(limit -> limit.cites());
        assertThat(Stream.concat(ofCriteria, ofLimits).flatMap(cites -> Stream.of(cites.split("; | and "))))
                .allSatisfy(cite -> assertThat(cite).matches(place));
    }

    @Test
    void everySentenceIsSaidByARuleAndInBothLanguages() {
        Texts texts = TestRules.newest().texts();
        assertThat(texts.keys(Locale.ENGLISH)).containsExactlyInAnyOrderElementsOf(texts.keys(Texts.CHINESE));
        assertThat(texts.keys(Locale.ENGLISH))
                .allSatisfy(key -> assertThat(Texts.slots(texts.find(key, Texts.CHINESE)))
                        .as(key)
                        .isEqualTo(Texts.slots(texts.find(key, Locale.ENGLISH))));
    }

    @Test
    void everyWordOfTheInterfaceHasASentence() {
        Texts texts = TestRules.newest().texts();
        assertThat(InterfaceWords.all())
                .allSatisfy(word ->
                        assertThat(texts.find(word, Texts.CHINESE)).as(word).isNotNull());
    }
}
