package org.protocolgate.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.HashMap;
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
import org.protocolgate.user.Role;

/** Each page in both languages: open to everybody who may see it, on any screen. What is shown is the study of the demo. */
@Tag("once")
class PagesTest {

    private static Service service;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        Map<String, Object> settings =
                new HashMap<>(Map.of("protocol-gate.demo", "true", "protocol-gate.demo-password", Service.PASSWORD));
        service = Service.start(Database.H2, settings);
        chromium = Chromium.of(service);
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
        "today, /today",
        "alerts, /alerts",
        "participant, /participants/CT-002",
        "whatif, /participants/CT-002?gate=INFUSION&on=2026-03-25",
        "follow-up, /participants/CT-001",
        "new, /participants/CT-004",
        "enter, /participants/CT-003/enter?type=drug",
        "drug, /participants/CT-002/drug?drug=baricitinib&start=2026-03-16&on=2026-03-24",
        "drug-faulty, /participants/CT-002/drug?drug=rituximab&start=soon",
        "levels, /levels"
    })
    void keepsNobodyOut(String name, String path) {
        for (Locale language : Frame.LANGUAGES) {
            Page page = chromium.open(Role.INVESTIGATOR, language);
            page.navigate(path);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.toLanguageTag());
            assertThat(Chromium.faults(page)).isEmpty();
            Chromium.picture(page, name + (language.equals(Texts.CHINESE) ? "-zh" : ""));
            assertThat(Chromium.overflow(page)).isLessThanOrEqualTo(0);
            Chromium.close(page);
        }
    }

    @Test
    void neitherDoTheWayInAndThePageThatTurnsAway() {
        for (Locale language : Frame.LANGUAGES) {
            Page page = chromium.open(language);
            page.navigate("/");
            assertThat(page.locator("#username").isVisible()).isTrue();
            assertThat(Chromium.faults(page)).isEmpty();
            Chromium.close(page);
            page = chromium.open(Role.MONITOR, language);
            page.navigate("/participants/CT-002/enter");
            assertThat(page.locator("h1").innerText()).isEqualTo(ScreenTexts.say(language, "fault.forbidden"));
            assertThat(Chromium.faults(page)).isEmpty();
            Chromium.close(page);
        }
    }

    @Test
    void onPaperAllCriteriaAreThereAndNoForms() {
        Page page = chromium.open(Role.INVESTIGATOR, Locale.ENGLISH);
        page.navigate("/participants/CT-002");
        Chromium.print(page, "participant");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("form:visible").count()).isZero();
        Object height = page.locator("table.checklist")
                .last()
                .evaluate("table => Math.round(table.getBoundingClientRect().height)");
        assertThat(((Number) height).intValue()).isPositive();
        Chromium.close(page);
    }
}
