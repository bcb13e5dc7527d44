package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.pages.RulePages;
import org.protocolgate.rulebook.TestRules;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** The rule pages as a browser asks for them. */
@MicronautTest(transactional = false)
class RulePagesHttpTest {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    @Inject
    EmbeddedServer server;

    @ParameterizedTest
    @CsvSource({
        "/rules, text/html, Protocol Gate",
        "/rules/index.html, text/html, Protocol Gate",
        "/rules/style.css, text/css, prefers-color-scheme",
        "/rules/NCT07339332/1.0/en/index.html, text/html, EXC-13.html",
        "/rules/NCT07339332/1.0/en/shared.html, text/html, absence met",
        "/rules/NCT07339332/1.0/en/EXC-13.html, text/html, No JAK inhibitor in the 14 days before infusion",
        "/rules/NCT07339332/1.0/zh-CN/EXC-13.html, text/html, 回输前 14 天洗脱期内未使用 JAK 抑制剂",
    })
    void isServedAndLoadsNothingButItsStyleSheet(String path, String type, String content) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(content);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(value ->
                        assertThat(value.replace(" ", "").toLowerCase()).isEqualTo(type + ";charset=utf-8"));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rules/NCT07339332/1.0/en/EXC-99.html",
                "/rules/NCT07339332/0.9/en/EXC-13.html",
                "/rules/NCT00000000/1.0/en/index.html",
                "/rules/NCT07339332/1.0/fr/EXC-13.html",
                "/rules/NCT07339332/1.0/en/EXC-13",
                "/rules/NCT07339332/1.0/en/..%2F..%2Findex.html",
                "/rules/%3Cscript%3E/1.0/en/index.html",
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void thePageServedIsThePageWritten() throws Exception {
        assertThat(get("/rules/NCT07339332/1.0/zh-CN/DOSE-03.html").body())
                .isEqualTo(RulePages.of(TestRules.rulebook())
                        .page(TestRules.STUDY, "1.0", "DOSE-03", RulePages.LANGUAGES.get(1))
                        .orElseThrow());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                Service.of(server).request(Role.MONITOR, path).build(), HttpResponse.BodyHandlers.ofString());
    }
}
