package org.protocolgate.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.Texts;
import org.protocolgate.testing.Chromium;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The pages about people, in the browser. It is 12:00 there on 2026-03-10. */
@Tag("once")
class PeoplePagesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private static Service service;
    private static Trial trial;
    private static Chromium chromium;

    private Page page;

    @BeforeAll
    static void open() {
        service = Service.start(Database.H2, Map.of("testing.clock", "set"));
        trial = Trial.at(service);
        chromium = Chromium.of(service);
    }

    @AfterEach
    void leave() {
        if (page != null) {
            Chromium.close(page);
        }
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        service.close();
    }

    @Test
    void aParticipantIsEnrolledWithTheFirstDay() {
        page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.getByText("Enrol a participant").click();
        page.getByLabel("Code").fill("CT 301");
        page.getByLabel("Born").fill("1990-13");
        page.getByLabel("Day of the informed consent").fill("yesterday");
        button("Enrol").click();
        assertThat(page.locator("#id-fault")).isVisible();
        assertThat(page.locator("#sex-fault")).isVisible();
        assertThat(page.locator("#birthDate-fault")).isVisible();
        assertThat(page.locator("#consent-on-fault")).isVisible();
        assertThat(page.getByLabel("Born")).hasValue("1990-13");
        assertThat(Chromium.faults(page)).isEmpty();
        Chromium.picture(page, "enrol-faults");
        page.getByLabel("Code").fill("CT-301");
        page.getByLabel("Sex").selectOption("FEMALE");
        page.getByLabel("Born").fill("1990-05");
        page.getByLabel("Childbearing potential").selectOption("YES");
        page.getByLabel("Day of the informed consent").fill("2026-03-01");
        page.getByLabel("Day on which screening started").fill("2026-03-02");
        button("Enrol").click();
        assertThat(page.locator("h1")).hasText("CT-301");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("recorded");
        assertThat(page.locator(".facts tbody tr")).hasCount(2);
        assertThat(trial.get("/api/participants/CT-301")
                        .get("childbearingPotential")
                        .asText())
                .isEqualTo("YES");
        page.navigate("/enrol");
        page.getByLabel("Code").fill("CT-301");
        page.getByLabel("Sex").selectOption("MALE");
        button("Enrol").click();
        assertThat(page.locator("#id-fault")).containsText("enrolled already");
        assertThat(trial.get("/api/participants/CT-301").get("sex").asText()).isEqualTo("FEMALE");
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageOfThePage() {
        trial.enrol("CT-304");
        page = chromium.open(Role.COORDINATOR, Texts.CHINESE);
        page.navigate("/participants/CT-304/enter?type=lab");
        page.locator("#on").fill("昨天");
        page.locator("#value").fill("-1");
        page.locator("form.fields button").click();
        assertThat(page.locator("#on-fault")).containsText("不是日期");
        assertThat(page.locator("#test-fault")).containsText("缺少此项");
        assertThat(page.locator("#value-fault")).containsText("不得为负");
        page.navigate("/screening-log?from=昨天");
        assertThat(page.locator(".fault")).containsText("应为日期");
        assertThat(service.send(service.request(Role.COORDINATOR, "/api/participants/CT-305")
                                .header("Accept-Language", "zh-CN")
                                .header("Content-Type", "application/json")
                                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .body())
                .contains("缺少此项");
        assertThat(service.send(Role.COORDINATOR, "PUT", "/api/participants/CT-305", "{}")
                        .body())
                .contains("is missing");
    }

    @Test
    void anAdministratorAddsAUserWhoChoosesAPassword() {
        page = chromium.open(Role.ADMIN, Locale.ENGLISH);
        page.navigate("/users");
        page.locator("#username").fill("Berta B");
        button("Add a user").click();
        assertThat(page.locator("#username-fault")).containsText("2 to 40 characters");
        assertThat(page.locator("#username")).hasValue("Berta B");
        page.locator("#username").fill("berta");
        page.locator("#role").selectOption("MONITOR");
        button("Add a user").click();
        String given = page.locator(".one-time").innerText();
        assertThat(Chromium.faults(page)).isEmpty();
        Chromium.picture(page, "users-added");
        page.navigate("/users");
        assertThat(page.locator(".one-time")).hasCount(0);
        Page berta = chromium.open(Locale.ENGLISH);
        login(berta, "berta", given);
        assertThat(berta.locator("h1")).hasText("Change the password");
        berta.navigate("/today");
        assertThat(berta.locator("h1")).hasText("Change the password");
        change(berta, given, "short", "short");
        assertThat(berta.getByRole(AriaRole.ALERT)).containsText("12 to 200");
        assertThat(Chromium.faults(berta)).isEmpty();
        change(berta, given, "berta chose this", "berta chose that");
        assertThat(berta.getByRole(AriaRole.ALERT)).containsText("same twice");
        change(berta, given, "berta chose this", "berta chose this");
        assertThat(berta.getByRole(AriaRole.STATUS)).containsText("is changed");
        berta.getByText("Go on to Today").click();
        assertThat(berta.locator("h1")).hasText("Today");

        Page elsewhere = chromium.open(Locale.ENGLISH);
        login(elsewhere, "berta", "berta chose this");
        assertThat(elsewhere.locator("h1")).hasText("Today");
        berta.getByText("Password").click();
        change(berta, "berta chose this", "berta chose anew", "berta chose anew");
        berta.navigate("/levels");
        assertThat(berta.locator("h1")).hasText("Dose levels");
        elsewhere.navigate("/levels");
        assertThat(elsewhere.locator("#username")).isVisible();

        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("berta"));
        row.locator("summary").click();
        row.getByText("Deactivate").click();
        assertThat(row).containsText("not active");
        berta.navigate("/levels");
        assertThat(berta.locator("#username")).isVisible();
        Locator own = page.locator("tbody tr").first();
        own.locator("summary").click();
        own.getByText("Deactivate").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("last active administrator");
        Chromium.close(berta);
        Chromium.close(elsewhere);
    }

    private static void login(Page window, String name, String password) {
        window.navigate("/");
        window.fill("#username", name);
        window.fill("#password", password);
        window.press("#password", "Enter");
    }

    private static void change(Page window, String old, String chosen, String again) {
        window.fill("#old", old);
        window.fill("#new", chosen);
        window.fill("#again", again);
        window.locator("button[type=submit]").click();
    }

    @Test
    void thePagesKeepNobodyOut() {
        trial.enrolReady("CT-302", TODAY, "3.0e8");
        trial.decide("CT-302", "INFUSION", TODAY);
        trial.enrol("CT-303");
        trial.record("CT-303", "[{\"type\": \"condition\", \"kind\": \"MALIGNANCY\", \"start\": \"2025-11\"}]");
        trial.reach("CT-303", "SCREENING_STARTED", "2026-02-02");
        trial.decide("CT-303", "SCREENING", TODAY);
        trial.reach("CT-303", "SCREEN_FAILED", "2026-03-10");
        for (Locale language : Frame.LANGUAGES) {
            look(Role.COORDINATOR, language, "/enrol", "enrol");
            look(Role.ADMIN, language, "/users", "users");
            look(Role.ADMIN, language, "/password", "password");
            look(Role.MONITOR, language, "/screening-log", "screening-log");
            look(Role.MONITOR, language, "/screening-log?from=yesterday", "screening-log-fault");
        }
    }

    private void look(Role role, Locale language, String path, String name) {
        Page one = chromium.open(role, language);
        one.navigate(path);
        assertThat(one.locator("h1")).isVisible();
        assertThat(Chromium.faults(one)).isEmpty();
        Chromium.picture(one, name + (language.equals(Texts.CHINESE) ? "-zh" : ""));
        assertThat(Chromium.overflow(one)).isLessThanOrEqualTo(0);
        Chromium.close(one);
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
