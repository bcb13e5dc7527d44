package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The calendar as a calendar program gets it. It is 12:00 at the site on 2026-03-10. */
@ParameterizedClass
@EnumSource(Database.class)
class CalendarHttpTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";
    private static final String BARICITINIB =
            "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2025-06\", \"end\": \"2026-03-08\"}]";

    private final Database database;
    private Service service;
    private Trial trial;

    CalendarHttpTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void beforeTheInfusionPlansWindowsReviewsAndClearingDates() throws Exception {
        planned("CT-1", "2026-03-13T08:30", "2026-03-18");
        trial.record("CT-1", BARICITINIB);
        assertThat(days(calendar("")))
                .contains(
                        Map.entry("CT-1/PLANNED/LYMPHODEPLETION@nct07339332", "2026-03-13"),
                        Map.entry("CT-1/PLANNED/INFUSION@nct07339332", "2026-03-18"),
                        Map.entry("CT-1/LDP-02/DUE/INFUSION@nct07339332", "2026-03-11 2026-03-13"),
                        Map.entry("CT-1/EXC-14/DUE/LYMPHODEPLETION@nct07339332", "2026-03-13"),
                        Map.entry("CT-1/EXC-14/DUE/INFUSION@nct07339332", "2026-03-18"),
                        Map.entry("CT-1/EXC-13/CLEARS/INFUSION@nct07339332", "2026-03-23"))
                .doesNotContainKey("CT-1/LDP-02/DUE/LYMPHODEPLETION@nct07339332");
        assertThat(summaries(calendar("")))
                .contains(
                        "CT-1: infusion planned",
                        "CT-1 LDP-02: Collect a serum beta-hCG.",
                        "CT-1 EXC-14: Review with the participant: vaccinations.",
                        "CT-1 EXC-13: may be met from this day on: No JAK inhibitor in the 14 days before infusion");
        assertThat(summaries(calendar("&lang=zh"))).contains("CT-1: 计划回输", "CT-1 LDP-02: 请采样检测血清 β-hCG。");
    }

    @Test
    void afterTheInfusionTheReviewTheAnswerAndTheEndOfTheYear() throws Exception {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.reach("CT-1", "INFUSION_COMPLETED", "2026-03-10T11:00");
        Map<String, String> expected = Map.of(
                "CT-1/FUP-05/DUE/FOLLOW_UP@nct07339332", "2026-03-24",
                "CT-1/FUP-04/DUE/FOLLOW_UP@nct07339332", "2026-04-07",
                "CT-1/FUP-01/DUTY_ENDS/FOLLOW_UP@nct07339332", "2027-03-10");
        assertThat(days(calendar(""))).isEqualTo(expected);
        service.bean(SetClock.class).pass(Duration.ofDays(20)); // the contraception was not reviewed since
        assertThat(days(calendar(""))).isEqualTo(expected);
        assertThat(summaries(calendar("")))
                .contains("CT-1 FUP-01, FUP-02, FUP-03: last day: Highly effective"
                        + " contraception for 1 year after infusion");
        trial.record(
                "CT-1",
                "[{\"type\": \"safetyReview\", \"significantRisk\": false, \"by\": \"investigator\", \"on\": \"2026-03-30\"}]");
        assertThat(days(calendar(""))).doesNotContainKey("CT-1/FUP-05/DUE/FOLLOW_UP@nct07339332");
    }

    @Test
    void nothingThatIsRecordedOfAnybodyButTheCode() {
        planned("CT-1", "2026-03-13T08:30", "2026-03-18");
        trial.record("CT-1", BARICITINIB);
        trial.record( // of which it has to be asked when it ended
                "CT-1",
                "[{\"type\": \"drug\", \"name\": \"tofacitinib\", \"start\": \"2026-01\", \"end\": \"2026-03\"}]");
        trial.enrolReady("CT-2", TODAY, LOWEST);
        trial.reach("CT-2", "WITHDRAWN", "2026-03-10");
        assertThat(read("").body())
                .contains("CT-1")
                .doesNotContain("CT-2", "baricitinib", "tofacitinib", "1990", "prednisone");
    }

    @Test
    void twoPlansForOneDayAreTwo() throws Exception {
        planned("CT-1", "2026-03-13T08:30", "2026-03-13");
        assertThat(days(calendar("")))
                .contains(
                        Map.entry("CT-1/PLANNED/LYMPHODEPLETION@nct07339332", "2026-03-13"),
                        Map.entry("CT-1/PLANNED/INFUSION@nct07339332", "2026-03-13"),
                        Map.entry("CT-1/EXC-14/DUE/INFUSION@nct07339332", "2026-03-13"))
                .doesNotContainKey("CT-1/EXC-14/DUE/LYMPHODEPLETION@nct07339332");
    }

    @Test
    void aDayThatIsAuthorised() throws Exception {
        trial.enrolReady("CT-1", TODAY, LOWEST);
        assertThat(days(calendar(""))).isEmpty();
        expect(trial.authorise(trial.decide("CT-1", "INFUSION", TODAY), LOWEST), 201);
        assertThat(days(calendar(""))).isEqualTo(Map.of("CT-1/AUTHORISED/INFUSION@nct07339332", "2026-03-10"));
    }

    @Test
    void whatMovesKeepsItsIdentifier() throws Exception {
        planned("CT-1", "2026-03-13T08:30", "2026-03-18");
        Map<String, String> before = days(calendar(""));
        service.bean(SetClock.class).pass(Duration.ofHours(5));
        assertThat(days(calendar(""))).isEqualTo(before);
        trial.reach("CT-1", "INFUSION_PLANNED", "2026-03-20");
        Map<String, String> after = days(calendar(""));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.get("CT-1/PLANNED/INFUSION@nct07339332")).isEqualTo("2026-03-20");
    }

    @Test
    void aProgramThatHasItIsToldSo() {
        planned("CT-1", "2026-03-13T08:30", "2026-03-18");
        String address = "/api/calendar.ics?token=" + token();
        HttpResponse<String> first = service.get(null, address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=utf-8");
        assertThat(first.body()).contains("DTSTAMP:20260310T040000Z");
        service.bean(SetClock.class).pass(Duration.ofHours(1));
        HttpResponse<String> again = asked(address, "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
        assertThat(asked(address, "W/\"other\"").statusCode()).isEqualTo(200);
        assertThat(asked(address + "&lang=zh", tag).statusCode()).isEqualTo(200);
        trial.reach("CT-1", "INFUSION_PLANNED", "2026-03-20");
        assertThat(asked(address, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void otherParametersAreRefused() {
        assertThat(status(token() + "&lang=fr")).isEqualTo(400);
        assertThat(status(token() + "&participant=CT-1")).isEqualTo(400);
    }

    /** Somebody whose lymphodepletion and infusion are planned, with nothing tested for them yet. */
    private void planned(String code, String lymphodepletion, String infusion) {
        trial.enrol(code);
        ArrayNode facts = Trial.ready(TODAY, LOWEST);
        for (int i = facts.size() - 1; i >= 0; i--) {
            String id = facts.get(i).path("id").asText();
            if (id.equals("lymphodepletion") || id.equals("hcg-lymphodepletion")) {
                facts.remove(i);
            }
        }
        trial.record(code, facts);
        trial.reach(code, "LYMPHODEPLETION_PLANNED", lymphodepletion);
        trial.reach(code, "INFUSION_PLANNED", infusion);
    }

    private JsonNode given(Role role) {
        return json(expect(trial.send(role, "POST", "/api/calendar/token", ""), 201));
    }

    private String token() {
        return given(Role.MONITOR).get("token").asText();
    }

    private int status(String token) {
        return service.get(null, "/api/calendar.ics?token=" + token).statusCode();
    }

    private HttpResponse<String> asked(String address, String known) {
        return service.send(service.request(null, address).header("If-None-Match", known));
    }

    private HttpResponse<String> read(String more) {
        return expect(service.get(null, "/api/calendar.ics?token=" + token() + more), 200);
    }

    private Calendar calendar(String more) throws Exception {
        Calendar calendar =
                new CalendarBuilder().build(new StringReader(read(more).body()));
        if (!calendar.getComponents().isEmpty()) { // without any, strictly, it would be no calendar
            assertThat(calendar.validate(true).getEntries()).isEmpty();
        }
        return calendar;
    }

    /** The first day and, where it is another, the last one, by identifier. */
    private static Map<String, String> days(Calendar calendar) {
        Map<String, String> days = new TreeMap<>();
        for (VEvent event : calendar.<VEvent>getComponents("VEVENT")) {
            LocalDate from = event.<LocalDate>getStartDate().orElseThrow().getDate();
            LocalDate until =
                    event.<LocalDate>getEndDate().orElseThrow().getDate().minusDays(1);
            String uid = event.getUid().orElseThrow().getValue();
            assertThat(days.put(uid, from + (until.equals(from) ? "" : " " + until)))
                    .as(uid)
                    .isNull();
        }
        return days;
    }

    private static List<String> summaries(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .map(event -> event.getSummary().getValue())
                .toList();
    }
}
