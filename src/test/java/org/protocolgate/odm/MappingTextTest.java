package org.protocolgate.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** What cannot be meant in a mapping is named, all of it. */
class MappingTextTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static RefusedException refused(String text) {
        return catchThrowableOfType(RefusedException.class, () -> MappingText.read("a.yaml", text, "sha256:00", ZONE));
    }

    private static String fact(String rest) {
        return "study: S\nfacts:\n  - {name: a, group: IG.A, " + rest + "}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: potion, fields: {name: I} | facts/0.type | no kind of facts",
                "type: drug, fields: {colour: I} | facts/0.fields.colour | no field of drug",
                "type: drug, fields: {route: {item: I, words: {a: UPWARDS}}} | facts/0.fields.route | unknown value",
                "type: vital, set: {kind: WIEGHT} | facts/0.set.kind | unknown value",
                "type: vital, set: {value: heavy} | facts/0.set.value | a number is expected",
                "type: drug, set: {name: x}, fields: {name: I} | facts/0.fields.name | stands under set too",
                "type: drug, fields: {name: {words: {a: b}}} | facts/0.fields.name | either item or unitOf",
                "type: drug, fields: {name: {item: I, otherwise: x}} | facts/0.fields.name.otherwise | unknown key",
                "type: drug, fields: {dailyDose.value: {item: I, times: {item: J, words: {BID: twice}}}} "
                        + "| facts/0.fields.dailyDose.value.times | not twice",
                "type: judgement, fields: {criterion: I} | facts/0.type | no kind of facts"
            })
    void aFaultIsNamedByItsPlace(String rest, String place, String message) {
        assertThat(refused(fact(rest)).violations()).anySatisfy(fault -> {
            assertThat(fault.pointer()).isEqualTo("mapping a.yaml: " + place);
            assertThat(fault.message()).contains(message);
        });
    }

    @org.junit.jupiter.api.Test
    void everyFaultIsNamedAtOnce() {
        RefusedException refused =
                refused(fact("type: potion") + "  - {name: a, type: drug, fields: {x: I}}\nmore: 1\n");

        assertThat(refused.violations().stream().map(Violation::pointer))
                .contains(
                        "mapping a.yaml: facts/0.type",
                        "mapping a.yaml: facts/1.group",
                        "mapping a.yaml: facts/1.name",
                        "mapping a.yaml: facts/1.fields.x",
                        "mapping a.yaml: more");
        assertThat(refused("study: [").violations().get(0).message()).contains("no YAML");
        assertThat(refused("- a\n").violations()).isNotEmpty();
    }
}
