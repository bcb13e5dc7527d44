package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Chain;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The token of a calendar, from its beginning to its end. */
@ParameterizedClass
@EnumSource(Database.class)
class CalendarTokenTest {

    private final Database database;
    private Service service;
    private Trial trial;

    CalendarTokenTest(Database database) {
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
    void aTokenEndsWithTheNextOneByHandAndWithTheAccount() {
        String first = token();
        assertThat(status(first)).isEqualTo(200);
        String second = token();
        assertThat(status(first)).isEqualTo(404);
        assertThat(status(second)).isEqualTo(200);
        expect(trial.send(Role.MONITOR, "DELETE", "/api/calendar/token", ""), 204);
        expect(trial.send(Role.MONITOR, "DELETE", "/api/calendar/token", ""), 204);
        assertThat(status(second)).isEqualTo(404);
        String third = token();
        service.post(Role.ADMIN, "/api/users/monitor/deactivation", null);
        HttpResponse<String> ended = service.get(null, "/api/calendar.ics?token=" + third);
        assertThat(ended.statusCode()).isEqualTo(404);
        assertThat(ended.body())
                .isEqualTo(service.get(null, "/api/calendar.ics?token=nonsense").body());
        service.post(Role.ADMIN, "/api/users/monitor/activation", null);
        assertThat(status(third)).isEqualTo(404);
        assertThat(new AuditEntries(service).of(Chain.SYSTEM).stream().filter(entry -> entry.startsWith("CALENDAR")))
                .containsExactly(
                        "CALENDAR_TOKEN_CREATED monitor MONITOR monitor {}",
                        "CALENDAR_TOKEN_CREATED monitor MONITOR monitor {}",
                        "CALENDAR_TOKEN_REVOKED monitor MONITOR monitor {}",
                        "CALENDAR_TOKEN_CREATED monitor MONITOR monitor {}");
    }

    @Test
    void eachUserHasATokenAndNoUseOfItIsEntered() {
        List<String> tokens = Stream.of(Role.values())
                .map(this::given)
                .map(one -> one.get("token").asText())
                .toList();
        List<String> before = new AuditEntries(service).of(Chain.SYSTEM);
        assertThat(tokens)
                .doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(status(token)).isEqualTo(200));
        assertThat(status("nonsense")).isEqualTo(404);
        assertThat(new AuditEntries(service).of(Chain.SYSTEM))
                .isEqualTo(before)
                .noneMatch(entry -> tokens.stream().anyMatch(entry::contains));
    }

    @Test
    void theAddressIsGivenWithTheToken() {
        JsonNode given = given(Role.COORDINATOR);
        URI address = URI.create(given.get("address").asText());
        assertThat(address)
                .isEqualTo(service.uri(
                        "/api/calendar.ics?token=" + given.get("token").asText()));
    }

    /** Whoever has none learns nothing, not even whether there is something; a login is no such token. */
    @Test
    void withoutATokenThereIsNoCalendar() {
        String none = service.get(null, "/api/calendar.ics").body();
        for (Role role : Role.values()) {
            String login = service.token(role);
            for (String given : List.of("", "?token=", "?token=nonsense", "?token=" + login, "?token=a&token=b")) {
                HttpResponse<String> answer = service.get(role, "/api/calendar.ics" + given);
                assertThat(answer.statusCode()).as(given).isEqualTo(404);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(answer.body()).isEqualTo(none);
            }
        }
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
}
