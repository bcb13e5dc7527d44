package org.protocolgate.screen;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** The words of the pages, from one bundle a language; a missing one stops the page. */
final class ScreenTexts extends AbstractMessageResolver {

    /** The machine's own language never stands in for the one asked for. */
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("screens.screens", language, NO_OTHER);
    }

    static String say(Locale language, String key, Object... arguments) {
        return new MessageFormat(bundle(language).getString(key), language).format(arguments);
    }

    /** The word for a name of the interface, or null where the bundle has none. */
    static @Nullable String word(Locale language, String name) {
        ResourceBundle bundle = bundle(language);
        String key = "word." + name;
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
