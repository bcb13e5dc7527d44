package org.protocolgate.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** What a coordinator sends to be taken over, and the reports on it. */
public final class Sent {

    public static final String FHIR = "application/fhir+json";
    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static final String ODM = "application/odm+xml";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service service;
    private final String code;

    public Sent(Service service, String code) {
        this.service = service;
        this.code = code;
    }

    /** A fixture, as it stands. */
    public static byte[] fixture(String name) {
        try (var in = Objects.requireNonNull(Sent.class.getResourceAsStream("/imports/" + name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundle of the fixtures, to be changed. */
    public static ObjectNode bundle() {
        try {
            return (ObjectNode) JSON.readTree(fixture("bundle.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource of a bundle, to be changed. */
    public static ObjectNode resource(JsonNode bundle, String id) {
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.at("/resource/id").asText().equals(id)) {
                return (ObjectNode) entry.get("resource");
            }
        }
        throw new IllegalArgumentException(id);
    }

    public HttpResponse<String> send(byte[] body, String type, String query, String accept) {
        return send(Role.COORDINATOR, body, type, query, accept);
    }

    public HttpResponse<String> send(Role role, byte[] body, String type, String query, String accept) {
        return service.send(service.request(role, "/api/participants/" + code + "/imports" + query)
                .header("Content-Type", type)
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> fhir(JsonNode bundle) {
        return send(bytes(bundle), FHIR, "", "application/json");
    }

    /** The report on a bundle. */
    public JsonNode take(JsonNode bundle) {
        return Service.json(fhir(bundle));
    }

    public static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The line of a record. */
    public static JsonNode line(JsonNode report, String record) {
        for (JsonNode line : report.get("lines")) {
            if (line.get("record").asText().equals(record)) {
                return line;
            }
        }
        throw new IllegalArgumentException(record + " is not in " + report);
    }
}
