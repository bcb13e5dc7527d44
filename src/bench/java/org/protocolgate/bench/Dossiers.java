package org.protocolgate.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.protocolgate.intake.Request;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.rulebook.Questions;

/** The participants that are measured: the unremarkable one of the rule folder, with a longer history. */
final class Dossiers {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Far enough back to change nothing; with the baseline's own they are 45 facts. */
    private static final List<String> HISTORY = List.of(
            "{'id': 'rituximab', 'type': 'drug', 'name': 'rituximab', 'route': 'INTRAVENOUS', 'start': '2024-03', 'end': '2024-09'}",
            "{'id': 'tofacitinib', 'type': 'drug', 'name': 'tofacitinib', 'route': 'ORAL', 'start': '2024-11', 'end': '2025-03-31'}",
            "{'id': 'methotrexate', 'type': 'drug', 'name': 'methotrexate', 'route': 'ORAL', 'start': '2022', 'end': '2023'}",
            "{'id': 'influenza', 'type': 'vaccination', 'kind': 'INACTIVATED', 'on': '2025-10-14'}",
            "{'id': 'appendix', 'type': 'procedure', 'kind': 'MAJOR_SURGERY', 'on': '2019-07'}",
            "{'id': 'earlier-study', 'type': 'studyParticipation', 'study': 'NCT00000001', 'start': '2023-01', 'end': '2023-12',"
                    + " 'noProduct': true}",
            "{'id': 'alt-later', 'type': 'lab', 'test': 'ALT', 'value': 30, 'unit': 'U/L', 'upperLimit': 40, 'on': '2026-03-04'}",
            "{'id': 'creatinine-later', 'type': 'lab', 'test': 'CREATININE', 'value': 69, 'unit': 'umol/L', 'on': '2026-03-04'}");

    private Dossiers() {}

    /** Nothing stands against the infusion. */
    static ObjectNode proceeding() {
        return with(Baseline.question("INFUSION"), HISTORY);
    }

    /** A JAK inhibitor was taken within the washout: the infusion has to wait. */
    static ObjectNode held() {
        return with(
                proceeding(),
                List.of(
                        "{'id': 'baricitinib', 'type': 'drug', 'name': 'baricitinib', 'route': 'ORAL', 'start': '2025-06',"
                                + " 'end': '2026-03-01'}"));
    }

    /** Something near every window, some of it of uncertain date. */
    static ObjectNode nearEveryWindow() {
        return with(
                held(),
                List.of(
                        "{'id': 'azathioprine', 'type': 'drug', 'name': 'azathioprine', 'route': 'ORAL', 'start': '2025-06',"
                                + " 'end': '2026-02'}",
                        "{'id': 'covid', 'type': 'vaccination', 'kind': 'RNA', 'on': '2026-01'}",
                        "{'id': 'drug-study', 'type': 'studyParticipation', 'study': 'NCT00000002', 'start': '2025-05',"
                                + " 'end': '2025-10-20', 'lastDose': '2025-10-01', 'halfLifeDays': 30}"));
    }

    static Request read(ObjectNode question) {
        return Questions.read(question);
    }

    private static ObjectNode with(ObjectNode question, List<String> facts) {
        ArrayNode all = (ArrayNode) question.get("facts");
        facts.forEach(fact -> all.add(parsed(fact)));
        return question;
    }

    private static ObjectNode parsed(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
