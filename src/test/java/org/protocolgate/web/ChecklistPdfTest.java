package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Digest;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.testing.Trial;
import org.protocolgate.user.Role;

/** The checklist on paper: what it says can be read, in both languages, and that it was taken is on record. */
@ParameterizedClass
@EnumSource(Database.class)
class ChecklistPdfTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-10");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int DOTS_AN_INCH = 70;
    private static final float A4_WIDTH = 595;
    private static final float A4_HEIGHT = 842;

    private final Service service;
    private final Trial trial;
    private final String code;

    ChecklistPdfTest(Database database) {
        service = Service.on(database);
        trial = Trial.at(service);
        code = "PDF-" + Digest.of(String.valueOf(System.nanoTime())).substring(7, 15);
    }

    @Test
    void saysInEachLanguageWhatWasDecided() {
        JsonNode decision = held();
        for (String language : List.of("en", "zh-CN")) {
            byte[] file = pdf(decision, language).body();
            List<String> pages = pages(file, false);
            String all = String.join("\n", pages);
            JsonNode told = Service.json(service.send(service.request(Role.MONITOR, "/api/decisions/" + id(decision))
                    .header("Accept-Language", language)));
            assertThat(told.get("criteria")).isNotEmpty().allSatisfy(criterion -> {
                assertThat(plain(all)).contains(criterion.get("id").asText());
                assertThat(plain(all)).contains(plain(criterion.get("title").asText()));
                assertThat(plain(all)).contains(plain(criterion.get("reason").asText()));
            });
            assertThat(plain(all))
                    .contains(code, id(decision), told.get("ruleSet").asText(), digestInLog(language));
            assertThat(plain(all)).contains(language.equals("en") ? "Signature" : "签名");
            assertThat(plain(all)).contains(language.equals("en") ? "baricitinib" : "巴瑞替尼baricitinib");
            assertThat(all).doesNotContain("#");
        }
    }

    @Test
    void repeatsOnEachPageWhatItBelongsTo() {
        JsonNode decision = held();
        List<String> english = pages(pdf(decision, "en").body(), true);
        List<String> chinese = pages(pdf(decision, "zh-CN").body(), true);
        assertThat(english).hasSizeGreaterThan(2);
        for (int i = 0; i < english.size(); i++) {
            assertThat(english.get(i))
                    .contains("Page " + (i + 1) + " of " + english.size())
                    .contains("Participant " + code + ", decision " + id(decision));
        }
        for (int i = 0; i < chinese.size(); i++) {
            assertThat(plain(chinese.get(i))).contains("第" + (i + 1) + "页，共" + chinese.size() + "页");
        }
        assertThat(english.subList(0, english.size() - 1)).allMatch(page -> page.contains("Why"));
    }

    @Test
    void isOnA4WithEveryFontInTheFile() throws IOException {
        byte[] file = pdf(held(), "zh-CN").body();
        try (PDDocument document = Loader.loadPDF(file)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(A4_WIDTH, A4_WIDTH + 1);
                assertThat(page.getMediaBox().getHeight()).isBetween(A4_HEIGHT - 1, A4_HEIGHT + 1);
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
            PDFRenderer renderer = new PDFRenderer(document);
            Files.createDirectories(SCREENSHOTS);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage picture = renderer.renderImageWithDPI(i, DOTS_AN_INCH);
                ImageIO.write(
                        picture,
                        "png",
                        SCREENSHOTS.resolve("checklist-zh-" + (i + 1) + ".png").toFile());
            }
        }
    }

    @Test
    void isOnRecordWithItsDigestBeforeItIsSent() {
        JsonNode decision = held();
        byte[] file = pdf(decision, "en").body();
        JsonNode entries =
                trial.get("/api/audit?action=EXPORTED&decision=" + id(decision)).get("entries");
        assertThat(entries).hasSize(1);
        assertThat(entries.at("/0/details/digest").asText()).isEqualTo(Digest.of(file));
        assertThat(entries.at("/0/user").asText()).isEqualTo("monitor");
        assertThat(entries.at("/0/says").asText()).isEqualTo("monitor took away the checklist of " + code + " as pdf.");
    }

    @Test
    void whatIsNotThereOrNotSpokenIsRefused() {
        String nobody = "/api/decisions/00000000-0000-7000-8000-000000000000/checklist.pdf";
        assertThat(service.get(Role.MONITOR, nobody).statusCode()).isEqualTo(404);
        String decision = "/api/decisions/" + id(held()) + "/checklist.pdf";
        assertThat(service.get(Role.MONITOR, decision + "?lang=fr").statusCode())
                .isEqualTo(400);
        assertThat(service.get(Role.MONITOR, decision + "?language=en").statusCode())
                .isEqualTo(400);
    }

    /** Somebody who took a drug whose name is written in both scripts. */
    private JsonNode held() {
        trial.enrolReady(code, DAY, "3.0e8");
        trial.record(
                code,
                "[{\"type\": \"drug\", \"name\": \"巴瑞替尼 baricitinib\", \"classifiedAs\": [\"JAK_INHIBITOR\"],"
                        + " \"start\": \"2026-01-01\", \"end\": \"2026-03-05\"}]");
        return trial.decide(code, "INFUSION", DAY);
    }

    private HttpResponse<byte[]> pdf(JsonNode decision, String language) {
        String path = "/api/decisions/" + id(decision) + "/checklist.pdf?lang=" + language;
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(service.request(Role.MONITOR, path).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest of the answer that the entry of the decision holds. */
    private String digestInLog(String language) {
        JsonNode entries =
                trial.get("/api/audit?action=DECISION_MADE&participant=" + code).get("entries");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> entry.at("/details/answers").get(language).asText())
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonNode decision) {
        return decision.get("id").asText();
    }

    /** @param asSeen from left to right and line by line, whatever box a word stands in */
    private static List<String> pages(byte[] file, boolean asSeen) {
        try (PDDocument document = Loader.loadPDF(file)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(asSeen);
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without blanks and breaks, which are where the paper has room. */
    private static String plain(String text) {
        return text.replaceAll("\\s", "");
    }
}
