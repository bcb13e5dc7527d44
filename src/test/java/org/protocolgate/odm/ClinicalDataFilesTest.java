package org.protocolgate.odm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** Items of ODM files, by the mapping of the example. */
class ClinicalDataFilesTest {

    private static final String FILE = new String(Sent.fixture("odm.xml"), StandardCharsets.UTF_8);

    private final Service service = Service.on(Database.H2);

    @TempDir
    private Path folder;

    private ClinicalData read(byte[] xml) throws RefusedException, IOException {
        return service.bean(ClinicalDataFiles.class).read(Files.write(folder.resolve("sent"), xml));
    }

    private List<Reading> read(String xml) throws RefusedException, IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8))
                .subjects()
                .values()
                .iterator()
                .next();
    }

    private static Reading of(List<Reading> all, String record) {
        return all.stream()
                .filter(one -> record.equals(one.record()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(record + " is not in " + all));
    }

    /** A file with one group of items. */
    private static String file(String type, String group) {
        return "<ODM xmlns='" + Cursor.NAMESPACE + "' ODMVersion='1.3.2' FileType='" + type + "'>"
                + "<ClinicalData StudyOID='EXAMPLE-1' MetaDataVersionOID='M'><SubjectData SubjectKey='S'>"
                + "<StudyEventData StudyEventOID='E'><FormData FormOID='F'>" + group
                + "</FormData></StudyEventData></SubjectData></ClinicalData></ODM>";
    }

    private Reading one(String group, String items) throws RefusedException, IOException {
        String oid = "IG." + group;
        String text = "<ItemGroupData ItemGroupOID='" + oid + "'>" + items + "</ItemGroupData>";
        return read(file("Snapshot", text)).get(0);
    }

    private static String item(String oid, String value) {
        return "<ItemData ItemOID='IT." + oid + "' Value='" + value + "'/>";
    }

    @Test
    void anItemBecomesTheFieldThatTheMappingNames() throws RefusedException, IOException {
        Reading prednisone = of(read(FILE), "SE.SCR/F.CM/IG.CM[1]#medication");

        assertThat(prednisone.kind()).isEqualTo(Reading.Kind.TAKE);
        JsonNode fact = prednisone.facts().get(0);
        assertThat(fact.get("name").asText()).isEqualTo("prednisone");
        assertThat(fact.get("start").asText()).isEqualTo("2025-11");
        assertThat(fact.get("ongoing").asBoolean()).isTrue();
        assertThat(fact.get("route").asText()).isEqualTo("ORAL");
        assertThat(fact.at("/dailyDose/value").decimalValue()).isEqualByComparingTo("10");
        assertThat(prednisone.version()).isEqualTo("2026-02-20T10:45:00+08:00");
    }

    @Test
    void whatIsNotSaidIsNotKnown() throws RefusedException, IOException {
        Reading methotrexate = of(read(FILE), "SE.SCR/F.CM/IG.CM[2]#medication");

        JsonNode fact = methotrexate.facts().get(0);
        assertThat(methotrexate.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(fact.has("end") || fact.has("dailyDose")).isFalse();
        assertThat(fact.get("ongoing").asBoolean()).isFalse();
        assertThat(methotrexate.remarks().toString())
                .contains("IT.CMDOSFRQ")
                .contains("QW")
                .contains("the end is not known");
    }

    @Test
    void whatDidNotOccurIsTakenBack() throws RefusedException, IOException {
        assertThat(of(read(FILE), "SE.SCR/F.CM/IG.CM[3]#medication").kind()).isEqualTo(Reading.Kind.TAKE_BACK);
    }

    @Test
    void oneGroupGivesSeveralFactsAndEachIsOfItsOwn() throws RefusedException, IOException {
        List<Reading> all = read(FILE);

        Reading weight = of(all, "SE.SCR/F.VS/IG.VS#weight");
        assertThat(weight.facts().get(0).get("unit").asText()).isEqualTo("kg");
        assertThat(weight.version()).isEqualTo("2026-02-20T11:05:00+08:00");
        assertThat(of(all, "SE.SCR/F.VS/IG.VS#saturation").kind()).isEqualTo(Reading.Kind.TAKE);
        assertThat(of(all, "SE.SCR/F.LB/IG.LB[2]#laboratory").kind()).isEqualTo(Reading.Kind.SKIP);
    }

    @Test
    void whatNoMappingNamesIsListedWithoutItsValue() throws RefusedException, IOException {
        List<Reading> all = read(FILE);

        Reading demographics = all.stream()
                .filter(one -> one.place().equals("SE.SCR/F.DM/IG.DM"))
                .findFirst()
                .orElseThrow();
        assertThat(demographics.kind()).isEqualTo(Reading.Kind.SKIP);
        assertThat(demographics.remarks().toString())
                .contains("IG.DM", "IT.BRTHDAT", "IT.INIT")
                .doesNotContain("1991");
        assertThat(all.get(0).remarks().toString()).contains("AuditRecord").contains("SiteRef");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09,2026-03-09",
        "2026-03,2026-03",
        "2026,2026",
        "2026---09,2026",
        "2026-03--,2026-03",
        "2026-03-09T10:00:00+08:00,2026-03-09T10:00:00+08:00",
        "2026-03-09T10,2026-03-09",
        "2026-03-09T-:30:-,2026-03-09",
        "2026-02-30,2026-02-30",
        "UN-MAR-2026,UN-MAR-2026",
        "20260309,20260309"
    })
    void aDateStaysAsExactAsItIs(String said, String known) throws RefusedException, IOException {
        Reading drug = one("CM", item("CMTRT", "prednisone") + item("CMSTDAT", said));

        assertThat(drug.facts().get(0).get("start").asText()).isEqualTo(known);
    }

    @Test
    void aUnitIsReadOrTheValueIsNot() throws RefusedException, IOException {
        String pounds =
                "<ItemData ItemOID='IT.WEIGHT' Value='130'><MeasurementUnitRef MeasurementUnitOID='MU.LB'/></ItemData>";
        String typed = "<ItemDataFloat ItemOID='IT.SPO2' MeasurementUnitOID='MU.KPA'>13</ItemDataFloat>";
        List<Reading> all = read(file(
                "Snapshot",
                "<ItemGroupData ItemGroupOID='IG.VS'>" + item("VSDAT", "2026-03-09") + pounds + typed
                        + "</ItemGroupData>"));

        assertThat(of(all, "E/F/IG.VS#weight").remarks().toString()).contains("no word for it");
        assertThat(of(all, "E/F/IG.VS#weight").facts().get(0).has("unit")).isFalse();
        assertThat(of(all, "E/F/IG.VS#saturation").facts()).isEmpty();
        assertThat(of(all, "E/F/IG.VS#saturation").remarks().toString()).contains("MU.KPA");
    }

    @Test
    void aNumberThatIsNoneIsLeftOut() throws RefusedException, IOException {
        Reading lab = one(
                "LB",
                item("LBPERF", "Y") + item("LBTEST", "CREA") + item("LBORRES", "&lt;5") + item("LBDAT", "2026-03-09"));

        assertThat(lab.kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(lab.facts()).isEmpty();
        assertThat(lab.remarks().toString()).contains("<5").contains("gives no result");
    }

    @Test
    void transactionsAreFoldedInTheirOrder() throws RefusedException, IOException {
        String text = transaction("Insert", item("CMTRT", "prednisone") + item("CMSTDAT", "2026"))
                + transaction("Update", item("CMSTDAT", "2026-02"))
                + transaction("Update", "<ItemData ItemOID='IT.CMTRT' TransactionType='Context'/>");
        assertThat(read(file("Transactional", text))
                        .get(0)
                        .facts()
                        .get(0)
                        .get("start")
                        .asText())
                .isEqualTo("2026-02");

        assertThat(read(file("Transactional", text + transaction("Remove", "")))
                        .get(0)
                        .kind())
                .isEqualTo(Reading.Kind.TAKE_BACK);
        assertThat(read(file("Transactional", transaction("Remove", "") + text))
                        .get(0)
                        .kind())
                .isEqualTo(Reading.Kind.DOUBT);
        assertThat(read(file("Transactional", transaction("Update", item("CMENDAT", "2026-03-01"))))
                        .get(0)
                        .kind())
                .isEqualTo(Reading.Kind.AMEND);
        String unsaid = "<ItemGroupData ItemGroupOID='IG.CM'>" + item("CMTRT", "prednisone") + "</ItemGroupData>";
        assertThat(read(file("Transactional", unsaid)).get(0).facts()).isEmpty();
    }

    @Test
    void aChangeOfWhatIsNotKnownToBeSuchAFactIsTakenOnlyWhereItWasTakenBefore() throws RefusedException, IOException {
        String text = "<ItemGroupData ItemGroupOID='IG.LB' TransactionType='Update'>" + item("LBTEST", "CREA")
                + item("LBORRES", "71") + item("LBDAT", "2026-03-09") + "</ItemGroupData>";

        Reading change = read(file("Transactional", text)).get(0);

        String occurs = transaction("Update", item("CMOCCUR", "Y"));
        assertThat(read(file("Transactional", occurs)).get(0).kind()).isEqualTo(Reading.Kind.DOUBT);
        assertThat(change.kind()).isEqualTo(Reading.Kind.AMEND);
        assertThat(change.otherwise()).isNotNull().satisfies(otherwise -> {
            assertThat(otherwise.kind()).isEqualTo(Reading.Kind.SKIP);
            assertThat(otherwise.facts()).isEmpty();
        });
    }

    private static String transaction(String type, String items) {
        return "<ItemGroupData ItemGroupOID='IG.CM' TransactionType='" + type + "'>" + items + "</ItemGroupData>";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<ODM/>",
                "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Other'/>",
                "<ODM xmlns='http://www.cdisc.org/ns/odm/v2.0' FileType='Snapshot' ODMVersion='2.0'/>",
                "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot'>",
                "<!DOCTYPE ODM><ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot'/>",
                "<!DOCTYPE ODM [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
                        + "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot'>&b;</ODM>",
                "<!DOCTYPE ODM [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                        + "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot'>&a;</ODM>",
                "<!DOCTYPE ODM SYSTEM 'http://127.0.0.1:9/odm.dtd'>"
                        + "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot'/>",
                "<ODM xmlns='http://www.cdisc.org/ns/odm/v1.3' FileType='Snapshot'>&undeclared;</ODM>",
                "<?xml version='1.0' encoding='no-such'?><ODM/>"
            })
    void whatIsNoOdmIsRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(RefusedException.class);
    }

    @Test
    void depthHasAnEnd() {
        String deep = "<a xmlns='urn:other'>".repeat(1_000) + "</a>".repeat(1_000);

        assertThatThrownBy(() -> read(file("Snapshot", deep)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "GB18030", "ISO-8859-1"})
    void theEncodingIsTheOneThatTheFileSays(String name) throws RefusedException, IOException {
        String term = name.startsWith("ISO") ? "Fièvre" : "发热";
        String xml = "<?xml version='1.0' encoding='" + name + "'?>"
                + file("Snapshot", "<ItemGroupData ItemGroupOID='IG.AE'>" + item("AETERM", term) + "</ItemGroupData>");

        assertThat(read(xml.getBytes(Charset.forName(name)))
                        .subjects()
                        .get("S")
                        .get(0)
                        .facts()
                        .get(0)
                        .get("term")
                        .asText())
                .isEqualTo(term);
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreRefused() {
        byte[] bytes = FILE.replace("prednisone", "pr\u00e9dnisone").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(RefusedException.class);
    }

    @Test
    void aStudyWithoutAMappingIsListed() throws RefusedException, IOException {
        List<Reading> all = read(FILE.replace("StudyOID=\"EXAMPLE-1\"", "StudyOID=\"OTHER\""));

        assertThat(all).allMatch(one -> one.facts().isEmpty());
        assertThat(all.get(0).remarks().toString()).contains("no mapping for this study");
        assertThat(all.toString()).contains("IT.CMTRT").doesNotContain("prednisone");
    }
}
