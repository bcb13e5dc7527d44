package org.protocolgate.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.ResourceResolver;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the demo: a question about each of its invented participants, with all facts, and how they came about. */
@Singleton
@Requires(property = "protocol-gate.demo", value = "true")
final class DemoQuestions {

    static final List<String> NAMES =
            List.of("CT-001-follow-up", "CT-002-infusion", "CT-003-infusion", "CT-004-screening");
    static final String SAMPLE = "CT-002-infusion";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ResourceResolver resources;

    DemoQuestions(ResourceResolver resources) {
        this.resources = resources;
    }

    /** As it can be sent. */
    byte[] file(String name) {
        try (InputStream file = resources
                .getResourceAsStream("classpath:demo/" + name + ".json")
                .orElseThrow(() -> new IllegalStateException("the demo lacks " + name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode read(String name) {
        try {
            return JSON.readTree(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The question about a participant. */
    JsonNode about(String code) {
        return NAMES.stream()
                .map(this::read)
                .filter(question -> question.at("/participant/id").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo lacks " + code));
    }
}
