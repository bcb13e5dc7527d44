package org.protocolgate.screen;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import ognl.OgnlRuntime;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates of the pages. */
public final class Screens {

    private static final TemplateEngine ENGINE = engine();

    private Screens() {}

    /**
     * A whole page in HTML.
     *
     * @param template its name
     * @param page what it shows
     */
    public static String page(String template, Frame frame, Object page) {
        return ENGINE.process(template, context(frame, page));
    }

    /** The part of a page that is fetched anew by itself. */
    public static String part(String template, String part, Frame frame, Object page) {
        return ENGINE.process(template, Set.of(part), context(frame, page));
    }

    private static Context context(Frame frame, Object page) {
        return new Context(frame.language(), Map.of("frame", frame, "page", page));
    }

    private static TemplateEngine engine() {
        OgnlRuntime.setPropertyAccessor(Record.class, new RecordParts());
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Screens.class.getClassLoader());
        files.setPrefix("screens/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(files);
        engine.setMessageResolver(new ScreenTexts());
        engine.setLinkBuilder(new FromTheRoot());
        return engine;
    }

    /** Addresses begin at the root of the service. */
    private static final class FromTheRoot extends StandardLinkBuilder {

        @Override
        protected String computeContextPath(
                IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
            return "";
        }
    }
}
