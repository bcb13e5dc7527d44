package org.protocolgate.study;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.participant.Cohort.DoseDecision;

/**
 * What a decision on a dose level says.
 *
 * @param judged name of the level that was judged
 * @param level name of the level that is opened, closed or gone on with
 * @param on the day of the site on which it was recorded
 * @param numbers the numbers that lay before those who decided
 * @param advice what the designs advised, empty where nobody could be counted
 * @param warnings what spoke against it, by code
 */
record DoseBody(
        String judged,
        DoseDecision.Kind kind,
        String level,
        LocalDate on,
        String reason,
        Map<String, Object> numbers,
        Map<String, String> advice,
        List<DoseDecisionView.Warning> warnings) {

    static DoseBody read(String body) {
        Map<String, Object> read = Body.read(body);
        return new DoseBody(
                Body.text(read, "judged"),
                DoseDecision.Kind.valueOf(Body.text(read, "kind")),
                Body.text(read, "level"),
                LocalDate.parse(Body.text(read, "on")),
                Body.text(read, "reason"),
                Body.read(Body.write(read.get("numbers")), new TypeReference<>() {}),
                Body.read(Body.write(read.get("advice")), new TypeReference<>() {}),
                warnings(Body.read(Body.write(read.get("warnings")), new TypeReference<>() {})));
    }

    private static List<DoseDecisionView.Warning> warnings(List<Map<String, String>> read) {
        return read.stream()
                .map(warning -> new DoseDecisionView.Warning(Body.text(warning, "code"), Body.text(warning, "text")))
                .toList();
    }

    String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("judged", judged);
        body.put("kind", kind.name());
        body.put("level", level);
        body.put("on", on.toString());
        body.put("reason", reason);
        body.put("numbers", numbers);
        body.put("advice", advice);
        body.put(
                "warnings",
                warnings.stream()
                        .map(warning -> Map.of("code", warning.code(), "text", warning.text()))
                        .toList());
        return Body.write(body);
    }

    /** As the rules see it. */
    DoseDecision asRule() {
        return new DoseDecision(kind, new BigDecimal(level), on);
    }
}
