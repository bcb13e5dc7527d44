package org.protocolgate.screen;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;

/** Turns a page into a PDF file that carries its fonts. Nothing is fetched for it from anywhere. */
final class Paper {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private Paper() {}

    /** @param page well-formed as XML, with its style sheet in it */
    static byte[] print(String page) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUriResolver((base, uri) -> null);
        // Readers that speak need its structure; and none of the fonts that readers are said to have is looked for.
        builder.usePdfUaAccessibility(true);
        font(builder, "DejaVuSansCondensed.ttf", "Latin", NORMAL);
        font(builder, "DejaVuSansCondensed-Bold.ttf", "Latin", BOLD);
        font(builder, "DroidSansFallbackFull.ttf", "Chinese", NORMAL);
        builder.withProducer("Protocol Gate");
        builder.withHtmlContent(page, null);
        builder.toStream(file);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Both fonts are named, each for the letters that the other one lacks. */
    private static void font(PdfRendererBuilder builder, String name, String family, int weight) {
        builder.useFont(() -> open("/fonts/" + name), family, weight, FontStyle.NORMAL, true);
    }

    static String style() {
        try (InputStream file = open("/screens/checklist-print.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String place) {
        InputStream file = Paper.class.getResourceAsStream(place);
        if (file == null) {
            throw new IllegalStateException("the product was built without " + place);
        }
        return file;
    }
}
