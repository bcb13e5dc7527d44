package org.protocolgate.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates of the pages, filled in the same way for the build and for the service. */
final class Templates {

    private static final TemplateEngine ENGINE = engine();

    private Templates() {}

    static String render(String template, Locale language, Map<String, Object> content) {
        return ENGINE.process(template, new Context(language, content));
    }

    static String stylesheet() {
        try (InputStream file = Templates.class.getResourceAsStream("/pages/style.css")) {
            if (file == null) {
                throw new IllegalStateException("the product was built without pages/style.css");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        files.setPrefix("pages/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(files);
        engine.setMessageResolver(new FrameTexts());
        return engine;
    }
}
