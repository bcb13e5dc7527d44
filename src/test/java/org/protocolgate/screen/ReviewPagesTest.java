package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.protocolgate.protocol.Texts;
import org.protocolgate.testing.Chromium;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** What a monitor looks through. CT-1 was infused without authorisation while a washout was not over. */
@Tag("once")
class ReviewPagesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";

    private static Service service;
    private static Chromium chromium;
    private static Trial trial;
    private static String held;

    @BeforeAll
    static void open() {
        service = Service.start(
                Database.H2,
                Map.of(
                        "testing.clock",
                        "set",
                        "protocol-gate.jobs.every",
                        "50ms",
                        "protocol-gate.jobs.threads",
                        "2",
                        "protocol-gate.sweep.chunk",
                        "1"));
        chromium = Chromium.of(service);
        trial = Trial.at(service);
        trial.enrolReady("CT-1", TODAY, LOWEST);
        trial.decide("CT-1", "INFUSION", TODAY);
        trial.record(
                "CT-1",
                "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2026-01-01\", \"end\": \"2026-03-05\"}]");
        held = trial.decide("CT-1", "INFUSION", TODAY).get("id").asText();
        trial.reach("CT-1", "INFUSION_COMPLETED", "2026-03-10T11:00");
        trial.enrol("CT-2");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "audit, /audit",
        "audit-fired, /audit?action=RULE_FIRED&status=NOT_MET",
        "audit-faulty, /audit?from=yesterday&participant=CT-1",
        "decision, /decisions/HELD",
        "deviations, /deviations",
        "sweeps, /sweeps",
        "washout, /washout?drug=baricitinib&last=2026-03-05&infusion=2026-03-10&screening=2026-02-02",
        "washout-faulty, /washout?drug=nothing&last=soon&infusion=2026-03-10&screening=2026-02-02"
    })
    void keepsNobodyOut(String name, String path) {
        for (Locale language : Frame.LANGUAGES) {
            Page page = chromium.open(Role.COORDINATOR, language);
            page.navigate(path.replace("HELD", held));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.toLanguageTag());
            assertThat(page.locator("main h1").count()).isEqualTo(1);
            Chromium.picture(page, name + (language.equals(Texts.CHINESE) ? "-zh" : ""));
            assertThat(Chromium.faults(page)).isEmpty();
            assertThat(Chromium.overflow(page)).isLessThanOrEqualTo(0);
            Chromium.close(page);
        }
    }

    @Test
    void theFilterStandsInTheAddressAndThePagesFollowIt() {
        Page page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/audit");
        page.fill("#of-participant", "CT-1");
        page.selectOption("#of-action", "RULE_FIRED");
        page.click(".filter button");
        assertThat(page.url()).endsWith("/audit?participant=CT-1&action=RULE_FIRED");
        assertThat(page.locator("tbody tr").count()).isEqualTo(50);
        String last = page.locator("tbody tr details .long").first().textContent();
        page.getByRole(AriaRole.LINK, named("Older")).click();
        assertThat(page.url()).contains("participant=CT-1&action=RULE_FIRED&before=");
        assertThat(page.locator("tbody tr").count()).isPositive();
        assertThat(page.locator("tbody tr details .long").first().textContent()).isNotEqualTo(last);
        page.navigate("/audit?participant=CT-1&criterion=EXC-13&status=NOT_MET&action=RULE_FIRED");
        assertThat(page.locator("tbody tr").count()).isPositive();
        assertThat(page.locator("tbody tr").allTextContents()).allMatch(row -> row.contains("EXC-13 not met"));
        Chromium.close(page);
    }

    @Test
    void theWholeLogIsCheckedAndThatIsInIt() {
        Page page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/audit");
        page.getByRole(AriaRole.BUTTON, named("Check the whole log now")).click();
        assertThat(page.locator(".banner .state").textContent()).isEqualTo("whole");
        Chromium.picture(page, "audit-checked");
        assertThat(trial.get("/api/audit?action=VERIFIED").at("/entries/0/user").asText())
                .isEqualTo("monitor");
        Chromium.close(page);
    }

    @Test
    void whatIsListedIsTakenAway() {
        Page page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/audit?criterion=EXC-13&status=NOT_MET");
        String link = page.getByRole(AriaRole.LINK, named("Take away as CSV")).getAttribute("href");
        APIResponse file = page.context().request().get(link);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text().lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("EXC-13") && line.contains("NOT_MET"));
        assertThat(trial.get("/api/audit?action=EXPORTED&user=monitor").findValuesAsText("criterion"))
                .contains("EXC-13");
        Chromium.close(page);
    }

    @Test
    void aDecisionIsOpenedUpAndMadeOnceMore() {
        Page page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/audit?decision=" + held + "&action=DECISION_MADE");
        page.getByRole(AriaRole.LINK, named("Open the decision")).click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Decision on CT-1");
        assertThat(page.locator(".facts tbody tr th").allTextContents()).anyMatch(fact -> fact.contains("baricitinib"));
        Locator fired = page.locator("section[aria-labelledby=rules] tbody tr");
        assertThat(fired.filter(holding("EXC-13 not met")).textContent()).contains("baricitinib");
        assertThat(page.locator("section[aria-labelledby=rules] details li").allTextContents())
                .anyMatch(rule -> rule.startsWith("EXC-13 met if reviewed"))
                .noneMatch(rule -> rule.startsWith("EXC-13 not met"));
        page.getByRole(AriaRole.BUTTON, named("Make it once more")).click();
        assertThat(page.locator("section[aria-labelledby=replay] .state").textContent())
                .isEqualTo("the same");
        Chromium.picture(page, "decision-replayed");
        assertThat(Chromium.faults(page)).isEmpty();
        assertThat(trial.get("/api/audit?action=DECISION_REPLAYED&decision=" + held)
                        .get("entries"))
                .isNotEmpty();
        APIResponse pdf = page.context().request().get("/api/decisions/" + held + "/checklist.pdf?lang=en");
        assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
        Chromium.close(page);
    }

    @Test
    void aDeviationIsCompleted() {
        Page page = chromium.open(Role.INVESTIGATOR, Locale.ENGLISH);
        page.navigate("/deviations?criterion=EXC-13");
        Locator one = page.locator("article.alert").first();
        one.locator("summary").click();
        one.getByLabel("What it means").fill("the washout was cut short by five days");
        one.getByLabel("What is done about it").fill("closer monitoring");
        one.getByRole(AriaRole.BUTTON).click();
        page.navigate("/deviations?criterion=EXC-13&state=COMPLETED");
        assertThat(page.locator("article.alert").first().textContent()).contains("closer monitoring", "completed");
        Chromium.picture(page, "deviation-completed");
        Chromium.close(page);
    }

    @Test
    void aSweepShowsHowFarItHasCome() {
        Page page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/sweeps");
        page.getByRole(AriaRole.BUTTON, named("Start a sweep now")).click();
        Locator newest = page.locator("article").filter(holding("On request")).first();
        newest.getByText("2 of 2 parts done").waitFor();
        newest.locator(".state.PROCEED").waitFor();
        Chromium.picture(page, "sweep-done");
        Chromium.close(page);
    }

    @Test
    void theWashoutIsAnsweredByTheRules() {
        Page page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/washout");
        page.fill("#of-drug", "baricitinib");
        page.fill("#of-last", "2026-03-05");
        page.fill("#of-infusion", "2026-03-10");
        page.fill("#of-screening", "2026-02-02");
        page.click(".fields button");
        assertThat(page.locator("tbody tr").allTextContents())
                .anyMatch(row -> row.contains("EXC-13") && row.contains("infusion from 2026-03-20 on"));
        page.fill("#of-last", "2026-02-23");
        page.click(".fields button");
        assertThat(page.locator("tbody tr").count()).isZero();
        assertThat(page.locator(".notice").count()).isEqualTo(1);
        page.fill("#of-drug", "rituximab");
        page.fill("#of-last", "2026-01");
        page.click(".fields button");
        assertThat(page.locator("tbody th").allTextContents())
                .anyMatch(row -> row.contains("EXC-10"))
                .noneMatch(row -> row.contains("INC-08"));
        page.fill("#of-drug", "an unheard-of drug");
        page.click(".fields button");
        assertThat(page.locator(".notice").count()).isZero();
        assertThat(page.locator(".fault").textContent()).contains("not recognised");
        assertThat(trial.get("/api/audit?action=EVALUATED").get("entries")).hasSizeGreaterThan(2);
        Chromium.close(page);
    }

    @Test
    void whoMayNotIsShownNoButtonAndRefused() {
        Page coordinator = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        coordinator.navigate("/audit");
        assertThat(coordinator.getByText("Check the whole log now").count()).isZero();
        assertThat(coordinator.getByText("Take away as CSV").count()).isZero();
        assertThat(service.send(form(Role.COORDINATOR, "/audit/verification")).statusCode())
                .isEqualTo(403);
        Page monitor = chromium.open(Role.MONITOR, Locale.ENGLISH);
        monitor.navigate("/sweeps");
        assertThat(monitor.getByText("Start a sweep now").count()).isZero();
        assertThat(service.send(form(Role.MONITOR, "/sweeps")).statusCode()).isEqualTo(403);
        monitor.navigate("/deviations");
        assertThat(monitor.locator("article.alert").count()).isPositive();
        assertThat(monitor.locator("article.alert form").count()).isZero();
        assertThat(service.send(form(Role.MONITOR, "/deviations/" + held + "/completion"))
                        .statusCode())
                .isEqualTo(403);
        Chromium.close(coordinator);
        Chromium.close(monitor);
    }

    private static java.net.http.HttpRequest.Builder form(Role role, String path) {
        return service.request(role, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(""));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator.FilterOptions holding(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
