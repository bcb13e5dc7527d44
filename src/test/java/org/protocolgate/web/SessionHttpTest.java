package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;

/** Logging in by the page, as a browser does. */
class SessionHttpTest {

    private static final Service SERVICE = Service.on(Database.H2);
    private static final String SESSION = "protocol-gate-session";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrfToken\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    @Test
    void aPageWithoutLoginLeadsToTheLoginAndBack() {
        HttpResponse<String> sent = get("/rules/NCT07339332/1.0/en/EXC-13.html");
        assertThat(sent.statusCode()).isEqualTo(303);
        String login = sent.headers().firstValue("Location").orElseThrow();
        assertThat(login).startsWith("/login?to=");
        HttpResponse<String> page = get(login);
        assertThat(page.body()).contains("action=\"/session\"").doesNotContain("http:", "https:");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        HttpResponse<String> in = login(page, Service.PASSWORD, "/rules/NCT07339332/1.0/en/EXC-13.html");
        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        assertThat(in.headers().firstValue("Location")).hasValue("/rules/NCT07339332/1.0/en/EXC-13.html");
        assertThat(get("/rules/NCT07339332/1.0/en/EXC-13.html").statusCode()).isEqualTo(200);
    }

    @Test
    void theCookieIsForThisServiceAndNoScript() {
        HttpResponse<String> in = login(get("/login"), Service.PASSWORD, "/");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(SESSION + "=")
                        && cookie.contains("HTTPOnly")
                        && cookie.contains("SameSite=Strict")
                        && !cookie.contains("Secure"));
    }

    @Test
    void aWrongPasswordShowsThePageAgain() {
        HttpResponse<String> refused = login(get("/login"), "wrong", "/");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("Name or password is wrong").doesNotContain("value=\"wrong\"");
        assertThat(cookies).doesNotContainKey(SESSION);
    }

    @Test
    void speaksChinese() {
        HttpResponse<String> page = SERVICE.send(SERVICE.request(null, "/login").header("Accept-Language", "zh-CN"));
        assertThat(page.body()).contains("lang=\"zh-CN\"", "登录", "密码");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "javascript:alert(1)",
                "/rules\r\nSet-Cookie: a=b",
                ""
            })
    void nobodyIsSentElsewhere(String to) {
        HttpResponse<String> in = login(get("/login"), Service.PASSWORD, to);
        assertThat(in.headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void aFormThatIsNotOursIsRefused() {
        HttpResponse<String> page = get("/login");
        assertThat(post("/session", form("username", "monitor", "password", Service.PASSWORD))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/session", form("username", "monitor", "password", Service.PASSWORD, "csrfToken", "a.b"))
                        .statusCode())
                .isEqualTo(403);
        login(page, Service.PASSWORD, "/");
        assertThat(cookies).containsKey(SESSION);
        assertThat(post("/session/end", "").statusCode()).isEqualTo(403);
        assertThat(post("/session/end", form("csrfToken", token(page))).statusCode())
                .as("a token of the time before the login")
                .isEqualTo(403);
        HttpResponse<String> json = SERVICE.send(SERVICE.request(null, "/api/evaluations")
                .header("Cookie", cookieHeader())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(json.statusCode()).isEqualTo(403);
        assertThat(Service.json(json).get("detail").asText()).contains("did not come from a page of this service");
    }

    @Test
    void aFormOrScriptOfOursIsTaken() {
        login(get("/login"), Service.PASSWORD, "/");
        String token = token(get("/login"));
        HttpResponse<String> json = SERVICE.send(SERVICE.request(null, "/api/evaluations")
                .header("Cookie", cookieHeader())
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(json.statusCode()).isEqualTo(400);
        HttpResponse<String> out = post("/session/end", form("csrfToken", token));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(cookies.get(SESSION)).isEmpty();
        assertThat(get("/rules/index.html").statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> login(HttpResponse<String> page, String password, String to) {
        return post("/session", form("username", "monitor", "password", password, "to", to, "csrfToken", token(page)));
    }

    private static String token(HttpResponse<String> page) {
        Matcher found = TOKEN.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> get(String path) {
        return keep(SERVICE.send(SERVICE.request(null, path)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Cookie", cookieHeader())));
    }

    private HttpResponse<String> post(String path, String form) {
        return keep(SERVICE.send(SERVICE.request(null, path)
                .header("Accept", "text/html")
                .header("Cookie", cookieHeader())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))));
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        return answer;
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ", "other=1; ", ""))
                .replaceAll("; $", "");
    }

    private static String form(String... fields) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }
}
