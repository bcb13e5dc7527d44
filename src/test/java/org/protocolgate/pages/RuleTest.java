package org.protocolgate.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is shown rule by rule, and nothing of it is left out. */
class RuleTest {

    private static final String FILE = """
            package one

            // why
            rule "A-01 met - in time"
            when
            then
            end

            // between
            rule "A-01 met - in, time?"
            when
            then
            end
            // after
            """;

    @Test
    void commentsStandWithTheRuleThatTheyPrecede() {
        List<Rule> rules = Rule.all(FILE);
        assertThat(rules.get(0).text()).isEqualTo("// why\nrule \"A-01 met - in time\"\nwhen\nthen\nend");
        assertThat(rules.get(1).text()).startsWith("// between\nrule").endsWith("end\n// after");
    }

    @Test
    void eachRuleHasAPlaceOfItsOwn() {
        assertThat(Rule.all(FILE)).extracting(Rule::anchor).containsExactly("a-01-met-in-time", "a-01-met-in-time-");
    }

    @Test
    void theReasonFollowsTheStatus() {
        assertThat(Rule.all(FILE)).extracting(Rule::reason).containsExactly("in time", "in, time?");
    }
}
