package org.protocolgate.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.protocol.Texts;
import org.protocolgate.testing.Chromium;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** A day of the site's people in the browser. It is 12:00 there on 2026-03-10. */
@Tag("once")
class DailyWorkTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final String LEVEL = "3.0e8";

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

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleBeginsWithToday(Role role) {
        page = chromium.open(role, Locale.ENGLISH);
        assertThat(page.locator("h1")).hasText("Today");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out"))
                .click();
        page.waitForURL("**/login");
        page.navigate("/levels");
        assertThat(page.url()).contains("/login?to=");
    }

    @Test
    void theLanguageStaysAsItWasSet() {
        page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("简体中文"))
                .click();
        assertThat(page.locator("h1")).hasText("今日");
        page.navigate("/levels");
        assertThat(page.locator("html")).hasAttribute("lang", Texts.CHINESE.toLanguageTag());
    }

    @Test
    void factsAreEnteredUntilNothingStandsInTheWay() {
        trial.enrol("CT-201");
        trial.record("CT-201", withoutReviewsAndTest(Trial.ready(TODAY, LEVEL)));
        page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-201");
        ask();
        assertThat(banner()).containsText("incomplete");
        button("All topics reviewed today, 2026-03-10").first().click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("recorded");
        Locator missing = page.locator(".to-do li", new Page.LocatorOptions().setHasText("beta-hCG"))
                .first();
        missing.locator("summary").click();
        missing.getByLabel("Result").selectOption("NEGATIVE");
        missing.getByLabel("Day").fill("2026-03-04T10:00");
        missing.getByRole(AriaRole.BUTTON).click();
        ask();
        assertThat(banner()).containsText("may proceed");
        Chromium.picture(page, "proceed");
    }

    private static JsonNode withoutReviewsAndTest(ArrayNode facts) {
        for (Iterator<JsonNode> all = facts.iterator(); all.hasNext(); ) {
            JsonNode fact = all.next();
            boolean test = fact.path("test").asText().equals("HCG_SERUM")
                    && fact.path("on").asText().startsWith("2026-03");
            if (fact.get("type").asText().equals("review") || test) {
                all.remove();
            }
        }
        return facts;
    }

    private void ask() {
        page.locator("button.main", new Page.LocatorOptions().setHasText("Ask and record"))
                .click();
        page.waitForURL("**decision=**");
    }

    private Locator banner() {
        return page.locator(".banner");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndWhatWasTypedIsKept() {
        trial.enrol("CT-202");
        page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-202/enter?type=drug");
        page.getByLabel("Name").fill("tofacitinib");
        page.getByLabel("Dose a day").fill("much");
        page.getByLabel("Start").fill("2026-13");
        button("Record").click();
        assertThat(page.getByLabel("Name")).hasValue("tofacitinib");
        assertThat(page.getByLabel("Start")).hasValue("2026-13");
        assertThat(page.locator("#start-fault")).isVisible();
        assertThat(page.locator("#dailyDose-value-fault")).containsText("a number is expected");
        org.assertj.core.api.Assertions.assertThat(Chromium.faults(page)).isEmpty();
        Chromium.picture(page, "enter-faults");
        page.getByLabel("Dose a day").fill("10");
        page.getByLabel("Unit of the dose").fill("mg");
        page.getByLabel("Start").fill("2025-12");
        page.getByLabel("End").fill("2026-03-08");
        button("Record").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("recorded");
        assertThat(page.locator(".facts")).containsText("tofacitinib taken 2025-12 to 2026-03-08");
        page.locator(".facts tr", new Page.LocatorOptions().setHasText("tofacitinib"))
                .getByText("Correct")
                .click();
        page.getByLabel("End").fill("2026-03-07");
        button("Correct").click();
        assertThat(page.locator("#because-fault")).isVisible();
        page.locator("#because").fill("misread");
        button("Correct").click();
        assertThat(page.locator(".facts")).containsText("tofacitinib taken 2025-12 to 2026-03-07");
        assertThat(page.locator(".facts tr.gone")).containsText("misread");
    }

    @Test
    void whatIfKeepsNothingButThatItWasAsked() {
        trial.enrolReady("CT-203", TODAY, LEVEL);
        page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/participants/CT-203");
        page.getByLabel("Gate").selectOption("INFUSION");
        page.locator("#on").fill("2026-03-12");
        button("What if on that day").click();
        assertThat(banner()).containsText("infusion on 2026-03-12");
        assertThat(banner()).containsText("Nothing is kept");
        assertThat(trial.get("/api/participants/CT-203/decisions").size()).isZero();
        JsonNode entry =
                trial.get("/api/audit?participant=CT-203&action=EVALUATED").at("/entries/0");
        assertThat(entry.get("user").asText()).isEqualTo("monitor");
        assertThat(entry.at("/details/on").asText()).isEqualTo("2026-03-12");
    }

    @Test
    void anAlertArrivesWhileThePageIsOpen() {
        trial.enrolReady("CT-204", TODAY, LEVEL);
        page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        assertThat(page.locator("#live")).not().containsText("baricitinib");
        trial.record("CT-204", "[{\"type\": \"drug\", \"name\": \"baricitinib\", \"end\": \"2026-03-08\"}]");
        Locator alert = page.locator("#live li", new Page.LocatorOptions().setHasText("CT-204"))
                .first();
        assertThat(alert).containsText("baricitinib");
        page.navigate("/alerts");
        Locator one = page.locator("article", new Page.LocatorOptions().setHasText("baricitinib"));
        one.locator("summary").first().click();
        one.getByLabel("What you do about it").fill("moved");
        trial.enrolReady("CT-214", TODAY, LEVEL);
        trial.record("CT-214", "[{\"type\": \"drug\", \"name\": \"upadacitinib\", \"end\": \"2026-03-08\"}]");
        assertThat(page.locator("article", new Page.LocatorOptions().setHasText("upadacitinib")))
                .isVisible();
        assertThat(one.getByLabel("What you do about it")).hasValue("moved"); // nothing typed is lost by what arrives
        assertThat(one.getByLabel("What you do about it")).isFocused();
        one.getByRole(AriaRole.BUTTON).first().click();
        assertThat(page.locator("article", new Page.LocatorOptions().setHasText("baricitinib")))
                .containsText("seen by coordinator");
    }

    @Test
    void anInfusionIsAuthorisedBySigning() {
        trial.enrolReady("CT-205", TODAY, LEVEL);
        JsonNode decision = trial.decide("CT-205", "INFUSION", TODAY);
        assertThat(decision.get("verdict").asText()).isEqualTo("PROCEED");
        page = chromium.open(Role.INVESTIGATOR, Locale.ENGLISH);
        page.navigate("/levels");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("CT-205"));
        row.locator("summary").click();
        row.getByLabel("Password").fill("a wrong one");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("It is not signed");
        page.navigate("/levels");
        row.locator("summary").click();
        row.getByLabel("Password").fill(Service.PASSWORD);
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#authorisations + ul")).containsText("open for 2026-03-10");
        Chromium.picture(page, "authorised");
        page.getByText("Take back").first().click();
        page.getByLabel("Reason").fill("the bag is damaged");
        button("Take back").click();
        assertThat(page.locator("#authorisations + ul")).containsText("the bag is damaged");
    }

    @Test
    void aDecisionOnALevelIsSigned() {
        page = chromium.open(Role.INVESTIGATOR, Locale.ENGLISH);
        page.navigate("/levels");
        Locator level = page.locator(".level").first();
        level.getByText("Record a decision on 3.0e8").click();
        level.getByLabel("Decision", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("STAY");
        level.getByLabel("Reason").fill("too early");
        level.locator("input[type=password]").last().fill(Service.PASSWORD);
        level.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign and record"))
                .click();
        assertThat(page.locator(".level").first()).containsText("too early");
        assertThat(trial.get("/api/levels/3.0e8").at("/decisions/0/kind").asText())
                .isEqualTo("STAY");
    }

    @Test
    void whoMayNotSeesNoButtonAndIsTurnedAway() {
        trial.enrolReady("CT-206", TODAY, LEVEL);
        trial.decide("CT-206", "INFUSION", TODAY);
        page = chromium.open(Role.MONITOR, Locale.ENGLISH);
        page.navigate("/participants/CT-206");
        assertThat(button("Ask and record")).hasCount(0);
        assertThat(page.getByText("Enter facts")).hasCount(0);
        assertThat(page.getByText("Correct", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        Response turned = page.navigate("/participants/CT-206/enter");
        assertThat(turned.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Your role may not do this");
        Chromium.close(page);
        page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/levels");
        assertThat(page.getByText("Authorise this infusion")).hasCount(0);
        assertThat(page.getByText("Record a decision on")).hasCount(0);
        page.navigate("/participants/CT-206/enter");
        assertThat(page.getByText("Judgement (signed)")).hasCount(0);
    }

    @Test
    void allOfItGoesByKeyboard() {
        trial.enrol("CT-207");
        page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-207/enter?type=vital");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        tabTo("#kind");
        page.keyboard().type("w");
        tabTo("#value");
        page.keyboard().type("60");
        tabTo("#unit");
        page.keyboard().type("kg");
        tabTo("#on");
        page.keyboard().type("2026-03-09");
        tabTo("form.fields button");
        page.keyboard().press("Enter");
        assertThat(page.locator(".facts")).containsText("60 kg");
    }

    /** Presses the key until a part of the page is reached, as often as there are parts at most. */
    private void tabTo(String part) {
        for (int i = 0; i < 100; i++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate("part => document.activeElement.matches(part)", part);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        org.assertj.core.api.Assertions.fail(part + " is not reached by keyboard");
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingIsRefusedByThePolicy() {
        page = chromium.open(Locale.ENGLISH);
        StringBuilder wrong = new StringBuilder();
        page.onRequest(request -> {
            if (!request.url().startsWith(service.uri("/").toString())) {
                wrong.append(request.url()).append('\n');
            }
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.append(message.text()).append('\n');
            }
        });
        page.navigate("/");
        page.fill("#username", "monitor");
        page.fill("#password", Service.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL("**/today");
        page.navigate("/alerts");
        page.navigate("/levels");
        assertThat(page.locator("h1")).hasText("Dose levels");
        org.assertj.core.api.Assertions.assertThat(wrong.toString()).isEmpty();
    }
}
