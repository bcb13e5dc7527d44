package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class OperationsTest {

    @Inject
    @Client("/")
    HttpClient client;

    @Test
    void healthIsUp() {
        assertThat(get("/health")).contains("\"status\":\"UP\"");
    }

    @Test
    void openApiNamesTheProgramAndItsVersion() {
        assertThat(get("/openapi")).contains("\"title\":\"Protocol Gate\"").doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui", "/swagger-ui/", "/swagger-ui/index.html"})
    void pageOfTheInterfaceLoadsNothingFromElsewhere(String path) {
        assertThat(get(path)).contains("/swagger-ui/swagger-ui-bundle.js").doesNotContain("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"swagger-ui-bundle.js", "swagger-ui.css", "swagger-initializer.js", "favicon-32x32.png"})
    void whatThePageLoadsIsServed(String file) {
        assertThat(get("/swagger-ui/" + file)).isNotEmpty();
    }

    private String get(String path) {
        return client.toBlocking().retrieve(HttpRequest.GET(path).accept("*/*"));
    }
}
