package org.protocolgate.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Chromium;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Diary;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.SetClock;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The second participant of a level in the browser: held, seen, cleared by a review, authorised by keyboard, and void again. */
@Tag("once")
class SentinelPagesTest {

    private static final String LEVEL = "3.0e8";
    private static final int PARTS = 300;

    private static Service service;
    private static Diary diary;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        service = Service.start(Database.H2, Map.of("testing.clock", "set"));
        diary = new Diary(Trial.at(service), service.bean(SetClock.class));
        chromium = Chromium.of(service);
        diary.at("2026-03-11T09:00");
        diary.enrol("CT-101", "2026-04-17", LEVEL);
        diary.at("2026-03-26T09:00");
        diary.enrol("CT-102", "2026-05-02", LEVEL);
        diary.at("2026-04-17T11:00");
        diary.infuse("CT-101");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        service.close();
    }

    @Test
    void theSecondIsHeldUntilTheSentinelIsReviewedAndThenInfused() {
        diary.at("2026-04-27T10:00");
        diary.review("CT-102");
        isHeldAndSeen();
        diary.at("2026-05-01T09:00");
        diary.review("CT-102");
        theSentinelIsReviewedWhereItIsAskedFor();
        theInfusionIsAuthorisedByKeyboard();
        aCorrectedFactMakesTheAuthorisationVoid();
        diary.at("2026-05-15T16:00");
        diary.review("CT-101");
        toxicityIsAnsweredWhereItIsAskedFor();
    }

    private static void isHeldAndSeen() {
        Page page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-102?gate=INFUSION&on=2026-04-29");
        ask(page);
        assertThat(page.locator(".banner > .state")).hasText("hold");
        assertThat(page.locator(".banner")).containsText("Earliest: 2026-05-01");
        assertThat(page.locator("table.checklist").first())
                .containsText(Pattern.compile("SENT-01.*The sentinel CT-101 completed on 2026-04-17", Pattern.DOTALL));
        page.locator(".banner summary").click();
        page.getByLabel("What you do about it").fill("the infusion is moved");
        page.locator(".banner details button").click();
        assertThat(page.locator(".banner")).containsText("seen by coordinator");
        Chromium.picture(page, "sentinel-held");
        page.navigate("/levels");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("CT-102"));
        assertThat(row).containsText("seen by coordinator");
        assertThat(row).containsText("the infusion is moved");
        Assertions.assertThat(Chromium.faults(page)).isEmpty();
        Chromium.picture(page, "levels-held");
        Chromium.close(page);
    }

    private static void theSentinelIsReviewedWhereItIsAskedFor() {
        Page coordinator = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        coordinator.navigate("/participants/CT-102?gate=INFUSION&on=2026-05-01");
        assertThat(toDo(coordinator, "Review the safety of the sentinel CT-101"))
                .containsText("An investigator records this");
        Chromium.close(coordinator);
        Page page = chromium.open(Role.INVESTIGATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-102?gate=INFUSION&on=2026-05-01");
        Locator review = toDo(page, "Review the safety of the sentinel CT-101");
        review.locator("summary").click();
        assertThat(review).containsText("It is recorded of CT-101, and signed.");
        Assertions.assertThat(Chromium.faults(page)).isEmpty();
        Chromium.picture(page, "sentinel-review");
        review.getByLabel("Significant risk").selectOption("false");
        review.getByLabel("Day").fill("2026-05-01");
        review.getByLabel("Password").fill(Service.PASSWORD);
        review.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("CT-101");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("recorded");
        Chromium.close(page);
    }

    /** From the login on, without a mouse. */
    private static void theInfusionIsAuthorisedByKeyboard() {
        Page page = chromium.open(Locale.ENGLISH);
        page.navigate("/");
        assertThat(page.locator("#username")).isFocused();
        page.keyboard().type("investigator");
        page.keyboard().press("Tab");
        page.keyboard().type(Service.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/today");
        // in the table: the list of alerts may be fetched anew meanwhile, and takes the focus with it
        tabTo(page, "table.today a[href='/participants/CT-102']");
        page.keyboard().press("Enter");
        page.waitForURL("**/participants/CT-102");
        tabTo(page, "#on");
        page.keyboard().type("05012026");
        tabTo(page, "form.row button:not(.main)");
        page.keyboard().press("Enter");
        page.waitForURL("**on=2026-05-01");
        tabTo(page, "form.row button.main");
        page.keyboard().press("Enter");
        page.waitForURL("**decision=**");
        assertThat(page.locator(".banner > .state")).hasText("may proceed");
        tabTo(page, ".banner summary");
        page.keyboard().press("Enter");
        tabTo(page, "#authorise-password");
        page.keyboard().type(Service.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("#authorisations + ul")).containsText("open for 2026-05-01");
        Chromium.close(page);
    }

    private static void aCorrectedFactMakesTheAuthorisationVoid() {
        Page page = chromium.open(Role.COORDINATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-102");
        page.locator(".facts tr:not(.gone)", new Page.LocatorOptions().setHasText("consent"))
                .first()
                .getByText("Correct")
                .click();
        page.locator("[name=withdraw]").check();
        page.locator("#because").fill("it is another participant’s");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Correct"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("recorded");
        assertThat(page.locator("#authorisations + ul")).containsText("void for 2026-05-01");
        assertThat(page.locator("#open-alerts + ul")).containsText("authorisation");
        Chromium.picture(page, "authorisation-void");
        Chromium.close(page);
    }

    private static void toxicityIsAnsweredWhereItIsAskedFor() {
        Page page = chromium.open(Role.INVESTIGATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-101?gate=FOLLOW_UP&on=2026-05-15");
        Locator answer = toDo(page, "Answer whether a dose limiting toxicity occurred");
        answer.locator("summary").click();
        answer.getByLabel("Dose limiting toxicity").selectOption("false");
        answer.getByLabel("Day").fill("2026-05-15");
        answer.getByLabel("Password").fill(Service.PASSWORD);
        answer.getByRole(AriaRole.BUTTON).click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("recorded");
        page.navigate("/participants/CT-101?gate=FOLLOW_UP&on=2026-05-15");
        assertThat(toDo(page, "Answer whether a dose limiting toxicity occurred"))
                .hasCount(0);
        Chromium.close(page);
    }

    private static Locator toDo(Page page, String what) {
        return page.locator(".to-do li", new Page.LocatorOptions().setHasText(what));
    }

    private static void ask(Page page) {
        page.locator("button.main", new Page.LocatorOptions().setHasText("Ask and record"))
                .click();
        page.waitForURL("**decision=**");
    }

    /** Presses the key until a part of the page is reached, as often as there are parts at most. */
    private static void tabTo(Page page, String part) {
        for (int i = 0; i < PARTS; i++) {
            page.keyboard().press("Tab");
            Object there = page.evaluate("part => document.activeElement.matches(part)", part);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
        }
        Assertions.fail(part + " is not reached by keyboard");
    }
}
