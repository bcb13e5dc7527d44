package org.protocolgate.cdisc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Sent;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** Rows of datasets, and what they leave open. */
class DatasetsTest {

    private final Service service = Service.on(Database.H2);

    @TempDir
    private Path folder;

    private List<Reading> medications;

    @BeforeEach
    void read() throws RefusedException, IOException {
        medications = dataset(Sent.fixture("cm.json")).rows().get("S-1");
    }

    private Dataset dataset(byte[] json) throws RefusedException, IOException {
        return service.bean(Datasets.class).read(Files.write(folder.resolve("sent"), json));
    }

    private Reading one(String domain, String columns, String values) throws RefusedException, IOException {
        StringBuilder names = new StringBuilder("{\"name\": \"USUBJID\"}");
        for (String column : columns.split(" ")) {
            names.append(", {\"name\": \"").append(column).append("\"}");
        }
        String json = "{\"datasetJSONVersion\": \"1.1.0\", \"name\": \"" + domain + "\", \"columns\": [" + names
                + "], \"rows\": [[\"S\", " + values.replace('\'', '"') + "]]}";
        return dataset(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .rows()
                .get("S")
                .get(0);
    }

    private static JsonNode fact(Reading reading) {
        assertThat(reading.facts()).as(reading.toString()).hasSize(1);
        return reading.facts().get(0);
    }

    @Test
    void aDoseAndItsFrequencyMakeADailyDose() {
        assertThat(fact(medications.get(0)).at("/dailyDose/value").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(fact(medications.get(0)).get("start").asText()).isEqualTo("2025-11");
        assertThat(medications.get(0).kind()).isEqualTo(Reading.Kind.TAKE);
        assertThat(medications.get(0).record()).isEqualTo("CM/1");
    }

    @Test
    void whatWentOnThenHasNoKnownEndAndAsNeededNoDailyDose() {
        JsonNode fact = fact(medications.get(1));

        assertThat(fact.has("end") || fact.has("ongoing") || fact.has("dailyDose"))
                .isFalse();
        assertThat(medications.get(1).remarks().toString())
                .contains("2026-02-20")
                .contains("the end is not known");
    }

    @Test
    void aTabletIsNotGivenOnTheSkin() {
        assertThat(fact(medications.get(2)).has("route")).isFalse();
        assertThat(fact(medications.get(2)).has("dailyDose")).isFalse();
    }

    @Test
    void whatDidNotOccurIsTakenBackAndWhatIsNotKnownIsNotClassified() {
        assertThat(medications.get(3).kind()).isEqualTo(Reading.Kind.TAKE_BACK);
        assertThat(medications.get(4).remarks().toString()).contains("not classified");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LBTESTCD LBSTRESN LBSTRESU LBSTNRHI LBDTC | 'ALT', 18, 'U/L', 35, '2026-02-03T09:00' | TAKE",
                "LBTESTCD LBSTRESN LBSTRESU LBDTC | 'ALT', 18, 'U/L', '2026-02-03' | DOUBT",
                "LBTESTCD LBSTRESC LBSPEC LBDTC | 'HCG', 'NEGATIVE', 'SERUM', '2026-02' | TAKE",
                "LBTESTCD LBSTRESC LBSPEC LBDTC | 'HCG', 'NEGATIVE', 'URINE', '2026-02' | SKIP",
                "LBTESTCD LBSTRESC LBDTC | 'HCG', 'NEGATIVE', '2026-02' | DOUBT",
                "LBTESTCD LBSTRESN LBSTRESU LBSPEC LBDTC | 'CREAT', 90, 'umol/L', 'URINE', '2026-02' | SKIP",
                "LBTESTCD LBSTRESN LBDTC | 'GLUC', 5, '2026-02' | SKIP",
                "LBTESTCD LBSTAT LBDTC | 'ALT', 'NOT DONE', '2026-02' | TAKE_BACK"
            })
    void aResultIsTakenAsFarAsItGoes(String columns, String values, Reading.Kind kind)
            throws RefusedException, IOException {
        assertThat(one("LB", columns, values).kind()).isEqualTo(kind);
    }

    @Test
    void otherDomainsAreReadByTheirOwnVariables() throws RefusedException, IOException {
        assertThat(fact(one("VS", "VSTESTCD VSSTRESN VSSTRESU VSDTC", "'WEIGHT', 60.5, 'kg', '2026-02-03'"))
                        .get("value")
                        .decimalValue())
                .isEqualByComparingTo("60.5");
        assertThat(one("VS", "VSTESTCD VSSTRESN VSSTRESU VSDTC", "'WEIGHT', 133, 'LB', '2026-02-03'")
                        .facts())
                .isEmpty();
        assertThat(fact(one("AE", "AETERM AETOXGR AESTDTC AEENDTC", "'HEADACHE', '2', '2026-01', '2026-02'"))
                        .get("grade")
                        .asInt())
                .isEqualTo(2);
        assertThat(one("AE", "AETERM AESEV AESTDTC AEENDTC", "'HEADACHE', 'MILD', '2026-01', '2026-02'")
                        .kind())
                .isEqualTo(Reading.Kind.DOUBT);
        assertThat(one("MH", "MHTERM MHSTDTC", "'GOUT', '2020'").kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(one("PR", "PRTRT PRSTDTC PRENDTC", "'BIOPSY', '2020', '2020'")
                        .kind())
                .isEqualTo(Reading.Kind.DOUBT);
        assertThat(one("DM", "SEX BRTHDTC", "'F', '1990'").facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[",
                "{\"datasetJSONVersion\": \"1.0\", \"name\": \"CM\"}",
                "{\"datasetJSONVersion\": \"1.1.0\", \"name\": \"XX\", \"columns\": [], \"rows\": []}",
                "{\"datasetJSONVersion\": \"1.1.0\", \"name\": \"CM\", \"columns\": [{\"name\": \"CMTRT\"}], \"rows\": [[1]]}",
                "{\"datasetJSONVersion\": \"1.1.0\", \"name\": \"CM\", \"columns\": [{\"name\": \"USUBJID\"}], \"rows\": [[1, 2]]}"
            })
    void whatIsNoDatasetIsRefused(String text) {
        assertThatThrownBy(() -> dataset(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void ofManySubjectsThoseAreTakenWhoAreEnrolled() {
        Trial trial = Trial.at(service);
        String code = "CD-" + Integer.toHexString(new java.util.Random().nextInt());
        trial.enrol(code);
        String dataset = new String(Sent.fixture("cm.json"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"S-1\"", "\"" + code + "\"");

        JsonNode answer = Service.json(service.post(Role.COORDINATOR, "/api/imports", dataset));

        assertThat(answer.at("/notEnrolled/0").asText()).isEqualTo("S-2");
        JsonNode lines = answer.at("/participants/0/lines");
        assertThat(lines).hasSize(5);
        assertThat(lines.at("/4/outcome").asText()).isEqualTo("DOUBTFUL");
        assertThat(lines.at("/4/remarks").toString()).contains("2026-02-30");
        JsonNode facts = trial.get("/api/participants/" + code + "/facts");
        assertThat(facts).hasSize(3);
        assertThat(facts.at("/0/fact/source/system").asText()).isEqualTo("example.org/OTHER-STUDY");
    }

    @Test
    void oneSubjectIsTakenUnderTheCodeThatIsSaid() {
        Trial trial = Trial.at(service);
        String code = "CD-" + Integer.toHexString(new java.util.Random().nextInt());
        trial.enrol(code);
        Sent sent = new Sent(service, code);

        assertThat(sent.send(Sent.fixture("cm.json"), "application/json", "", "application/json")
                        .statusCode())
                .isEqualTo(400);
        assertThat(sent.send(Sent.fixture("cm.json"), "application/json", "?subject=S-2", "application/json")
                        .statusCode())
                .isEqualTo(201);
        assertThat(trial.get("/api/participants/" + code + "/facts")).hasSize(1);
    }
}
