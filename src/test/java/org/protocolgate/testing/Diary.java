package org.protocolgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.protocolgate.user.Role;

/** A site that puts on record what has happened as its days go by. Whoever is enrolled will be ready for an infusion on a day. */
public final class Diary {

    private static final ZoneId SITE = ZoneId.of("Asia/Shanghai");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?");

    private final Trial trial;
    private final SetClock clock;
    private final Map<String, ArrayNode> ahead = new TreeMap<>();
    private final List<String> decisions = new ArrayList<>();

    public Diary(Trial trial, SetClock clock) {
        this.trial = trial;
        this.clock = clock;
    }

    /** Moves the clock to a time of the site; what has happened by then is recorded. */
    public void at(String local) {
        clock.set(LocalDateTime.parse(local).atZone(SITE).toInstant().toString());
        ahead.keySet().forEach(this::keepUp);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SITE);
    }

    public void enrol(String code, String infusion, String level) {
        trial.enrol(code);
        ahead.put(code, Trial.ready(LocalDate.parse(infusion), level));
        keepUp(code);
    }

    private void keepUp(String code) {
        ArrayNode signed = JsonNodeFactory.instance.arrayNode();
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        ArrayNode later = JsonNodeFactory.instance.arrayNode();
        for (JsonNode fact : ahead.get(code)) {
            boolean opinion = fact.get("type").asText().equals("judgement");
            (isAhead(fact) ? later : opinion ? signed : others).add(fact);
        }
        ahead.replace(code, later);
        if (!others.isEmpty()) {
            note(code, others.toString());
        }
        if (!signed.isEmpty()) {
            trial.record(code, signed);
        }
    }

    private boolean isAhead(JsonNode fact) {
        String now = LocalDateTime.ofInstant(clock.instant(), SITE).toString();
        return MOMENT.matcher(fact.toString())
                .results()
                .anyMatch(moment -> moment.group().compareTo(now) > 0);
    }

    /** The coordinator goes through all topics today. */
    public void review(String code) {
        String topics =
                "'MEDICATION', 'VACCINATION', 'MEDICAL_HISTORY', 'PROCEDURE', 'STUDY_PARTICIPATION', 'CONTRACEPTION'";
        note(code, quoted("[{'type': 'review', 'topics': [" + topics + "], 'on': '" + today() + "'}]"));
    }

    /** The coordinator records an infusion of today. */
    public void infuse(String code) {
        String step = "{'type': 'milestone', 'kind': '%s', 'on': '" + today() + "%s'}";
        String start = step.formatted("INFUSION_STARTED", "T10:00");
        note(code, quoted("[" + start + ", " + step.formatted("INFUSION_COMPLETED", "T10:40") + "]"));
    }

    private void note(String code, String facts) {
        expect(trial.send(Role.COORDINATOR, "POST", "/api/participants/" + code + "/facts", facts), 201);
    }

    /**
     * The investigator records and signs.
     *
     * @param facts with single quotes for double ones
     */
    public void sign(String code, String facts) {
        trial.record(code, quoted("[" + facts + "]"));
    }

    /** Asks about today, and expects a verdict. */
    public JsonNode ask(String code, String gate, String verdict) {
        return ask(code, gate, today(), verdict);
    }

    public JsonNode ask(String code, String gate, LocalDate on, String verdict) {
        JsonNode decision = trial.decide(code, gate, on);
        assertThat(decision.get("verdict").asText()).as(decision.toString()).isEqualTo(verdict);
        decisions.add(decision.get("id").asText());
        return decision;
    }

    /** Of all that was asked. */
    public List<String> decisions() {
        return List.copyOf(decisions);
    }

    /** The investigator has seen what stands against an infusion; it stands against it all the same. */
    public void acknowledge(JsonNode decision) {
        String path = "/api/decisions/" + decision.get("id").asText();
        String comment = quoted("{'comment': 'the infusion is moved'}");
        expect(trial.send(Role.INVESTIGATOR, "POST", path + "/acknowledgement", comment), 201);
        assertThat(trial.get(path).get("verdict")).isEqualTo(decision.get("verdict"));
    }

    /** Authorises, and gives the identifier of the authorisation. */
    public String authorise(JsonNode decision, String level) {
        return Trial.json(expect(trial.authorise(decision, level), 201))
                .get("id")
                .asText();
    }

    /** The state of an authorisation. */
    public String state(String authorisation) {
        return trial.get("/api/authorisations/" + authorisation).get("state").asText();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
