package org.protocolgate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.protocolgate.user.Role;

/**
 * A real browser, the one that is installed on the machine. Without one the tests that need it are skipped and say so, unless
 * PROTOCOL_GATE_BROWSER is "required" (a variable of the environment or a system property).
 */
public final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Service service;

    private Chromium(Playwright playwright, Browser browser, Service service) {
        this.playwright = playwright;
        this.browser = browser;
        this.service = service;
    }

    /** Opens the browser for the pages of a service. */
    public static Chromium of(Service service) {
        Optional<String> installed = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst();
        if (isRequired()) {
            assertThat(installed)
                    .as("Chromium, which PROTOCOL_GATE_BROWSER requires")
                    .isPresent();
        }
        assumeTrue(installed.isPresent(), "Chromium is not installed: nothing is tested in a browser");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(installed.orElseThrow()))
                        .setArgs(FLAGS));
        return new Chromium(playwright, browser, service);
    }

    private static boolean isRequired() {
        return Stream.of(System.getenv("PROTOCOL_GATE_BROWSER"), System.getProperty("PROTOCOL_GATE_BROWSER"))
                .anyMatch("required"::equals);
    }

    /** A window of somebody who is not logged in. */
    public Page open(Locale language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language.toLanguageTag())
                .setViewportSize(1280, 900)
                .setBaseURL(service.uri("/").toString()));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    /** A window of the user in a role, who has logged in by the page and looks at the start. */
    public Page open(Role role, Locale language) {
        Page page = open(language);
        page.navigate("/");
        page.fill("#username", role.name().toLowerCase(Locale.ROOT));
        page.fill("#password", Service.PASSWORD);
        page.press("#password", "Enter");
        page.waitForURL("**/today");
        return page;
    }

    /** Closes a window with all that it knows. */
    public static void close(Page page) {
        page.context().close();
    }

    /** What axe finds wrong with the page as it is shown, in the light and in the dark; empty where nothing is. */
    public static String faults(Page page) {
        StringBuilder found = new StringBuilder();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(Axe.SOURCE);
            Object violations = page.evaluate("async () => (await axe.run(document)).violations"
                    + ".map(v => v.id + ': ' + v.help + '\\n  '"
                    + " + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('\\n  ')).join('\\n')");
            if (!violations.toString().isEmpty()) {
                found.append(scheme)
                        .append(' ')
                        .append(page.url())
                        .append('\n')
                        .append(violations)
                        .append('\n');
            }
        }
        return found.toString();
    }

    /** Keeps how the page looks, on a desk and on a telephone. */
    public static void picture(Page page, String name) {
        picture(page, name, 1280);
        picture(page, name, 360);
        page.setViewportSize(1280, 900);
    }

    /** How far the page is wider than a telephone of 360 pixels, in pixels. */
    public static int overflow(Page page) {
        page.setViewportSize(360, 800);
        Object wide =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        page.setViewportSize(1280, 900);
        return ((Number) wide).intValue();
    }

    private static void picture(Page page, String name, int width) {
        page.setViewportSize(width, 900);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png")));
    }

    /** Shows the page as it is printed. */
    public static void print(Page page, String name) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + "-print.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** The script that looks for what keeps people out. */
    private static final class Axe {

        private static final String SOURCE = read();

        private static String read() {
            try (InputStream file = Chromium.class.getResourceAsStream("/axe.min.js")) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
