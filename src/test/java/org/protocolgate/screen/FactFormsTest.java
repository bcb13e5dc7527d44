package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.protocolgate.intake.SentCorrection;
import org.protocolgate.intake.SentFact;
import org.protocolgate.intake.Violation;
import org.protocolgate.participant.Entry;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.FactView;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;

/** The forms say what the dossier can hold, in words, and lose nothing of it. */
class FactFormsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyFieldAndEveryChoiceHasWordsInBothLanguages() {
        try (Rulebook rulebook = Rulebook.load(RuleFolder.bundled())) {
            ProtocolVersion newest = rulebook.newest(rulebook.study()).orElseThrow();
            for (Locale language : Frame.LANGUAGES) {
                new FactFields(newest, List.of("1.0")).all().forEach((type, fields) -> {
                    assertThat(ScreenTexts.bundle(language).containsKey("type." + type))
                            .as(type)
                            .isTrue();
                    fields.forEach(field -> {
                        assertThat(ScreenTexts.bundle(language).containsKey("field." + field.name()))
                                .as(field.name())
                                .isTrue();
                        field.options().stream()
                                .filter(option -> option.matches("[A-Z][A-Z_0-9]*"))
                                .forEach(option -> assertThat(ScreenTexts.word(language, option) != null
                                                || newest.texts().find(option, language) != null)
                                        .as(option)
                                        .isTrue());
                    });
                });
            }
        }
    }

    @Test
    void everyFormOfAReasonAnswersSomethingThatIsAskedFor() {
        try (Rulebook rulebook = Rulebook.load(RuleFolder.bundled())) {
            ProtocolVersion newest = rulebook.newest(rulebook.study()).orElseThrow();
            Map<String, List<Field>> fields = new FactFields(newest, List.of("1.0")).all();
            assertThat(FormTable.ROWS).allSatisfy((reason, row) -> {
                String sentence = newest.texts().find("todo." + reason, Locale.ENGLISH);
                assertThat(sentence).as(reason).isNotNull();
                assertThat(fields).containsKey(row.type());
                List<String> names =
                        fields.get(row.type()).stream().map(Field::name).toList();
                assertThat(row.typed().keySet()).allMatch(name -> names.contains(name.replaceAll("[.].*", "")));
                assertThat(row.slot() == null || sentence.contains("{" + row.slot() + "}"))
                        .as(reason)
                        .isTrue();
            });
        }
    }

    /** All types are there that a dossier can have. */
    @Test
    void whatIsCorrectedWithoutAChangeStaysAsItWas() throws Exception {
        Service service = Service.on(Database.H2);
        Trial trial = Trial.at(service);
        trial.enrolReady("CT-FORMS", LocalDate.parse("2026-03-10"), "3.0e8");
        trial.record("CT-FORMS", """
                [{"type": "drug", "code": {"system": "ATC", "value": "L04AF01"}, "classifiedAs": ["JAK_INHIBITOR"],
                  "dailyDose": {"value": 2.5, "unit": "mg"}, "start": "2025", "end": "2025-06-01"},
                 {"type": "procedure", "kind": "MAJOR_SURGERY", "planned": true, "start": "2027-01"},
                 {"type": "vaccination", "kind": "RNA", "on": "2025-11"},
                 {"type": "allergy", "substance": "egg", "severity": "MILD"},
                 {"type": "adverseEvent", "term": "fever", "grade": 2, "ongoing": true},
                 {"type": "studyParticipation", "study": "other", "lastDose": "2020-05", "noProduct": false},
                 {"type": "event", "kind": "EGG_DONATION", "on": "2020"},
                 {"type": "review", "topic": "MEDICATION", "on": "2026-03-01"},
                 {"type": "safetyReview", "significantRisk": false, "on": "2026-03-01"},
                 {"type": "dltAssessment", "dlt": false, "on": "2026-03-01"}]""");
        List<FactView> facts = service.bean(FactBook.class).known("CT-FORMS", null);
        for (FactView fact : facts) {
            FactForm form = service.bean(FactForms.class).correcting("CT-FORMS", fact, true);
            Map<String, String> typed = new HashMap<>(form.typed());
            typed.put("because", "looked at again");
            SentCorrection sent =
                    SentCorrection.read(SentForm.correction(fact.type(), form.fields(), typed), ZoneOffset.UTC);
            assertThat(sent.replacement()).isNotNull();
            assertThat(read(sent.replacement().body()))
                    .as(fact.fact().toString())
                    .usingRecursiveComparison()
                    .isEqualTo(read(JSON.writeValueAsString(fact.fact())));
        }
        assertThat(facts.stream().map(FactView::type).distinct().toList())
                .containsAll(service.bean(FactForms.class).types(true).stream().toList());
    }

    private static Object read(String body) {
        return SentFact.kept(body, new Entry("", 0, null), ZoneOffset.UTC);
    }

    @Test
    void aFaultIsNamedAtItsField() throws Exception {
        FactForm form = Service.on(Database.H2)
                .bean(FactForms.class)
                .of("CT-1", "drug", "", Map.of(), true)
                .with(
                        Map.of("name", "x"),
                        List.of(
                                new Violation("/0/dailyDose/value", "a"),
                                new Violation("/0/code", "b"),
                                new Violation("/replacement/start", "c"),
                                new Violation("/0/classifiedAs/1", "d"),
                                new Violation("/0", "e")));
        assertThat(form.faults())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("dailyDose.value", "a", "code.system", "b", "start", "c", "classifiedAs", "d", "", "e"));
        assertThat(form.typed("name")).isEqualTo("x");
    }

    @Test
    void aNumberThatIsNoneIsSentAsItWasTyped() throws Exception {
        byte[] sent = SentForm.facts(
                "lab",
                List.of(Field.number("value"), Field.answer("hydrated")),
                Map.of("value", "1e9999999999999999999999999999999999999999", "hydrated", "perhaps"));
        JsonNode fact = JSON.readTree(sent).get(0);
        assertThat(fact.get("value").isTextual()).isTrue();
        assertThat(fact.get("hydrated").asText()).isEqualTo("perhaps");
    }
}
