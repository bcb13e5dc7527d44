package org.protocolgate.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Database;

/** Who is looked back at after something was recorded, and what is seen then. */
@ParameterizedClass
@EnumSource(Database.class)
record HindsightTest(Database database) {

    private static final String WEIGHT =
            "{\"type\": \"vital\", \"kind\": \"WEIGHT\", \"value\": 60, \"unit\": \"kg\", \"on\": \"2026-03-10\"}";
    private static final String STARTED =
            "{\"type\": \"milestone\", \"kind\": \"INFUSION_STARTED\", \"on\": \"2026-03-10T12:30\"}";

    private static Study study;

    @BeforeParameterizedClassInvocation
    static void start(Database database) {
        study = new Study(database, Map.of());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        study.close();
    }

    /** Authorisations are ended before anybody asks what was permitted, and alerts tell of both. */
    @Test
    void deviationsAreDraftedBetween() {
        assertThat(study.all(Consequence.class).stream()
                        .map(one -> one.getClass().getSimpleName())
                        .toList())
                .containsExactly("Permits", "Drafting", "Following");
    }

    @Test
    void nobodyIsAskedAboutForWhoHasNeitherActNorLevel() throws Exception {
        ready();
        String screened = study.enrol(question().get("participant"));
        study.record(
                screened,
                "[" + WEIGHT + ", {\"type\": \"milestone\", \"kind\": \"SCREENING_STARTED\", \"on\": \"2026-02\"}]");
        assertThat(after(screened, 0)).isSameAs(Reconsidered.NOTHING);
    }

    @Test
    void theOthersAreAskedAboutOnlyWhereTheyCanSeeIt() throws Exception {
        String first = ready();
        String other = ready();
        study.record(first, "[" + STARTED + "]");
        study.record(other, "[" + STARTED + "]");
        long before = last(first);
        study.record(first, "[" + WEIGHT + "]");
        Reconsidered own = after(first, before);
        assertThat(own.pasts()).singleElement().satisfies(past -> {
            assertThat(past.participant()).isEqualTo(first);
            assertThat(past.acts()).extracting(Act::gate).containsExactly(Gate.LYMPHODEPLETION, Gate.INFUSION);
        });
        assertThat(own.records()).isEmpty();
        String review = study.record(
                        first,
                        "[{\"id\": \"r\", \"type\": \"safetyReview\", \"significantRisk\": true,"
                                + " \"by\": \"x\", \"on\": \"2026-03-10\"}]")
                .get("r")
                .toString();
        Reconsidered both = after(first, before);
        assertThat(both.pasts()).extracting(Past::participant).contains(first, other);
        assertThat(both.records()).containsExactly(review);
    }

    @Test
    void whatCannotBeAskedIsNotKnown() throws Exception {
        String code = ready();
        study.record(
                code,
                "[{\"type\": \"consent\", \"on\": \"2026-03-01\", \"protocolVersion\": \"9.9\"}, " + STARTED + "]");
        Reconsidered asked = after(code, last(code));
        assertThat(asked.pasts().get(0).acts()).hasSize(2).allSatisfy(act -> {
            assertThat(act.open()).isNull();
            assertThat(act.notMet()).isEmpty();
            assertThat(act.mayHaveStood("EXC-13")).isTrue();
        });
    }

    private static ObjectNode question() {
        return Baseline.question("INFUSION");
    }

    private static String ready() throws Exception {
        JsonNode question = question();
        String code = study.enrol(question.get("participant"));
        study.record(code, question.get("facts"));
        return code;
    }

    private static long last(String code) {
        List<String> seq =
                study.column("select seq from audit_chain where chain = '" + Chain.ofParticipant(code) + "'");
        return Long.parseLong(seq.get(0));
    }

    private static Reconsidered after(String code, long since) {
        ServedRules rules = study.get(ServedRules.class);
        return rules.ask(rulebook -> study.transact(() -> study.get(Hindsight.class)
                .after(new Change(rulebook.study(), code, since, true, Study.COORDINATOR), rulebook)));
    }
}
