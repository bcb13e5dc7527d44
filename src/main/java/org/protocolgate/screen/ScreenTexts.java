package org.protocolgate.screen;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The words of the pages, from a few bundles a language; a missing one stops the page. */
final class ScreenTexts extends AbstractMessageResolver {

    /** The machine's own language never stands in for the one asked for. */
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    /** What stands in a later one goes before. */
    private static final List<String> BUNDLES = List.of("screens", "people", "queries", "audit");

    private static final Map<Locale, Map<String, String>> TEXTS = new ConcurrentHashMap<>();

    static ResourceBundle bundle(Locale language) {
        return bundle("screens", language);
    }

    static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle("screens." + name, language, NO_OTHER);
    }

    static String say(Locale language, String key, Object... arguments) {
        String text = texts(language).get(key);
        if (text == null) {
            throw new MissingResourceException("no text " + key, ScreenTexts.class.getName(), key);
        }
        return arguments.length == 0 && text.indexOf('{') < 0
                ? text
                : new MessageFormat(text, language).format(arguments);
    }

    /** All texts of a language, for a page asks for hundreds of them. */
    private static Map<String, String> texts(Locale language) {
        return TEXTS.computeIfAbsent(language, ScreenTexts::read);
    }

    private static Map<String, String> read(Locale language) {
        Map<String, String> all = new HashMap<>();
        for (String name : BUNDLES) {
            ResourceBundle bundle = bundle(name, language);
            bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        }
        return Map.copyOf(all);
    }

    /** The word for a name of the interface, or null where the bundles have none. */
    static @Nullable String word(Locale language, String name) {
        return texts(language).get("word." + name);
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
