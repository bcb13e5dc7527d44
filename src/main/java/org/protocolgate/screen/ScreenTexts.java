package org.protocolgate.screen;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The words of the pages, from a few bundles a language; a missing one stops the page. */
final class ScreenTexts extends AbstractMessageResolver {

    /** The machine's own language never stands in for the one asked for. */
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** The bundles of some pages alone. */
    private static final List<String> OWN = List.of("audit", "queries", "people");

    static ResourceBundle bundle(Locale language) {
        return bundle("screens", language);
    }

    static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle("screens." + name, language, NO_OTHER);
    }

    static String say(Locale language, String key, Object... arguments) {
        return new MessageFormat(holding(key, language).getString(key), language).format(arguments);
    }

    /** The pages for review have words of their own, and so have those about people. */
    private static ResourceBundle holding(String key, Locale language) {
        return OWN.stream()
                .map(name -> bundle(name, language))
                .filter(bundle -> bundle.containsKey(key))
                .findFirst()
                .orElseGet(() -> bundle(language));
    }

    /** The word for a name of the interface, or null where the bundle has none. */
    static @Nullable String word(Locale language, String name) {
        String key = "word." + name;
        ResourceBundle bundle = holding(key, language);
        return bundle.containsKey(key) ? bundle.getString(key) : null;
    }

    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        return say(context.getLocale(), key, arguments == null ? new Object[0] : arguments);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        throw new IllegalStateException("screens/screens has no text " + key);
    }
}
