package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.testing.Chromium;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** What monitors ask and mark. CT-1 has a decision to go on, and a fact that was recorded after it. */
@Tag("once")
class QueryPagesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LOWEST = "3.0e8";

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("late", "/late?days=3"),
            Map.entry("changes", "/changes"),
            Map.entry("deviations-faulty", "/deviations?state=AJAR"),
            Map.entry("queries", "/queries"),
            Map.entry("queries-faulty", "/queries?state=AJAR&other=1"),
            Map.entry("query", "/queries/ASKED"),
            Map.entry("query-new", "/queries/new?decision=THIS"),
            Map.entry("entry", "/audit/entries/ENTRY"),
            Map.entry("audit-open", "/audit?action=DECISION_MADE&reviewed=false"));

    private static Service service;
    private static Chromium chromium;
    private static Trial trial;
    private static String proceed;
    private static String asked;
    private static String made;

    @BeforeAll
    static void open() {
        service = Service.start(Database.H2, Map.of("testing.clock", "set"));
        chromium = Chromium.of(service);
        trial = Trial.at(service);
        trial.enrolReady("CT-1", TODAY, LOWEST);
        proceed = trial.decide("CT-1", "INFUSION", TODAY).get("id").asText();
        trial.record(
                "CT-1",
                "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"start\": \"2026-01-01\", \"end\": \"2026-03-05\"}]");
        made = trial.get("/api/audit?action=DECISION_MADE&decision=" + proceed)
                .at("/entries/0/id")
                .asText();
        asked = Trial.json(service.post(
                        Role.MONITOR,
                        "/api/queries",
                        "{\"decision\": \"" + proceed + "\", \"text\": \"Why was baricitinib not asked for?\","
                                + " \"due\": \"2026-03-09\"}"))
                .get("id")
                .asText();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        service.close();
    }

    /** One login for a language, then all pages. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void keepsNobodyOut(String tag) {
        Page page = chromium.open(Role.MONITOR, Locale.forLanguageTag(tag));
        PAGES.forEach((name, path) -> {
            page.navigate(path.replace("ASKED", asked).replace("THIS", proceed).replace("ENTRY", made));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(tag);
            assertThat(page.locator("main h1").count()).isEqualTo(1);
            Chromium.picture(page, name + (tag.equals("en") ? "" : "-zh"));
            assertThat(Chromium.faults(page)).isEmpty();
            assertThat(Chromium.overflow(page)).isLessThanOrEqualTo(0);
        });
        Chromium.close(page);
    }

    @Test
    void aMonitorAsksACoordinatorAnswersAndTheMonitorCloses() {
        Page monitor = chromium.open(Role.MONITOR, Locale.ENGLISH);
        monitor.navigate("/participants/CT-1");
        monitor.locator("section[aria-labelledby=facts] tbody tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("baricitinib"))
                .getByText("Ask about this")
                .click();
        monitor.getByLabel("What is asked").fill("Was it really stopped on 5 March?");
        monitor.locator("main button.main").click();
        monitor.waitForURL("**/queries/0*");
        String path = monitor.url();
        assertThat(monitor.locator("main .state").textContent()).isEqualTo("open");

        Page coordinator = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        assertThat(coordinator.locator("nav .id").first().textContent()).isEqualTo("(2 waiting)");
        coordinator.navigate("/queries?participant=CT-1");
        coordinator.getByText("Was it really stopped on 5 March?").click();
        assertThat(coordinator.getByText("Correct the fact").getAttribute("href"))
                .endsWith("/correction");
        assertThat(coordinator.getByText("Close the query").count()).isZero();
        coordinator
                .getByLabel("Answer", new Page.GetByLabelOptions().setExact(true))
                .fill("Yes, see the chart.");
        coordinator.getByRole(AriaRole.BUTTON, named("Answer the query")).click();
        assertThat(coordinator.locator("main .state").textContent()).isEqualTo("answered");
        assertThat(coordinator.locator("nav .id").first().textContent()).isEqualTo("(1 waiting)");

        monitor.navigate(path);
        assertThat(monitor.locator("nav .id").first().textContent()).isEqualTo("(1 waiting)");
        assertThat(monitor.locator(".thread").textContent()).contains("Yes, see the chart.");
        Chromium.picture(monitor, "query-answered");
        monitor.getByRole(AriaRole.BUTTON, named("Close the query")).click();
        assertThat(monitor.locator("main .state").textContent()).isEqualTo("closed");
        monitor.navigate("/participants/CT-1");
        assertThat(monitor.locator("section[aria-labelledby=queries] li").allTextContents())
                .anyMatch(line -> line.contains("closed") && line.contains("5 March"));
        Chromium.close(coordinator);
        Chromium.close(monitor);
    }

    @Test
    void aDecisionIsMarkedAsReviewedWithASignature() {
        Page page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/decisions/" + proceed);
        page.getByLabel("Comment, if any").fill("Sources were seen.");
        page.getByLabel("Password").fill("something else");
        page.getByRole(AriaRole.BUTTON, named("Sign and mark as reviewed")).click();
        assertThat(page.locator("h1").textContent()).isEqualTo(ScreenTexts.say(Locale.ENGLISH, "fault.unsigned"));
        page.navigate("/decisions/" + proceed);
        page.getByLabel("Comment, if any").fill("Sources were seen.");
        page.getByLabel("Password").fill(Service.PASSWORD);
        page.getByRole(AriaRole.BUTTON, named("Sign and mark as reviewed")).click();
        page.waitForURL("**/audit/entries/**");
        assertThat(page.locator("section[aria-labelledby=reviewed] .state").textContent())
                .isEqualTo("reviewed");
        Chromium.picture(page, "entry-reviewed");
        assertThat(Chromium.faults(page)).isEmpty();
        page.navigate("/audit?decision=" + proceed + "&reviewed=true");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        assertThat(page.locator("tbody").textContent()).contains("reviewed by monitor");
        page.navigate("/audit/entries/" + made);
        page.getByText("Take the mark back").first().click();
        page.getByLabel("Reason").fill("one source was missing");
        page.getByRole(AriaRole.BUTTON, named("Take the mark back")).click();
        assertThat(page.locator("section[aria-labelledby=reviewed] .state").textContent())
                .isEqualTo("taken back");
        Chromium.close(page);
    }

    @Test
    void aMonitorKeepsAListUnderAName() {
        Page page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/audit?participant=CT-1&action=RULE_FIRED");
        page.getByLabel("Keep this list under the name").fill("Rules of CT-1");
        page.getByRole(AriaRole.BUTTON, named("Keep")).click();
        page.navigate("/audit");
        page.getByRole(AriaRole.LINK, named("Rules of CT-1")).click();
        assertThat(page.url()).endsWith("/audit?participant=CT-1&action=RULE_FIRED");
        Chromium.picture(page, "audit-kept");
        assertThat(Chromium.faults(page)).isEmpty();
        assertThat(Chromium.overflow(page)).isLessThanOrEqualTo(0);
        page.getByRole(AriaRole.BUTTON, named("Remove the list Rules of CT-1")).click();
        assertThat(page.getByRole(AriaRole.LINK, named("Rules of CT-1")).count())
                .isZero();
        page.navigate("/deviations?state=AJAR");
        assertThat(page.locator(".fault li").textContent()).startsWith("state: one of");
        Chromium.close(page);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
