package org.protocolgate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.protocolgate.testing.Trial.expect;
import static org.protocolgate.testing.Trial.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** A user keeps filters of the audit log under names; nobody else sees them. */
@ParameterizedClass
@EnumSource(Database.class)
class SavedViewHttpTest {

    private static final String VIEWS = "/api/audit/views";

    private final Service service;

    SavedViewHttpTest(Database database) {
        service = Service.on(database);
    }

    @Test
    void aViewIsKeptReplacedAndRemoved() {
        String first = "{\"name\": \" Not met \", \"filter\": {\"status\": \"NOT_MET\", \"action\": \"RULE_FIRED\"}}";
        expect(service.post(Role.MONITOR, VIEWS, first), 201);
        expect(
                service.post(Role.MONITOR, VIEWS, "{\"name\": \"Another\", \"filter\": {\"reviewed\": \"false\"}}"),
                201);
        expect(service.post(Role.MONITOR, VIEWS, first.replace("NOT_MET", "UNKNOWN")), 201);
        assertThat(names(Role.MONITOR)).containsExactly("Another", "Not met");
        assertThat(json(service.get(Role.MONITOR, VIEWS)).at("/1/filter/status").asText())
                .isEqualTo("UNKNOWN");
        assertThat(names(Role.COORDINATOR)).isEmpty();
        expect(service.send(Role.COORDINATOR, "DELETE", VIEWS + "/Another", null), 404);
        expect(service.send(Role.MONITOR, "DELETE", VIEWS + "/Another", null), 204);
        expect(service.send(Role.MONITOR, "DELETE", VIEWS + "/Not%20met", null), 204);
        assertThat(names(Role.MONITOR)).isEmpty();
    }

    @Test
    void whatIsNoFilterOrNoNameIsRefused() {
        JsonNode faulty = json(expect(
                service.post(
                        Role.MONITOR,
                        VIEWS,
                        "{\"name\": \"x\", \"filter\": {\"from\": \"soon\", \"colour\": \"red\"}}"),
                400));
        assertThat(faulty.get("violations").findValuesAsText("pointer")).containsExactlyInAnyOrder("/from", "/colour");
        for (String name : List.of("", " ", "x".repeat(101))) {
            expect(service.post(Role.MONITOR, VIEWS, "{\"name\": \"" + name + "\", \"filter\": {}}"), 400);
        }
        expect(service.post(Role.MONITOR, VIEWS, "{}"), 400);
    }

    private List<String> names(Role role) {
        return json(service.get(role, VIEWS)).findValuesAsText("name");
    }
}
