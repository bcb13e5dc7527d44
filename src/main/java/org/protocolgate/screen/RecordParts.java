package org.protocolgate.screen;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ognl.ObjectPropertyAccessor;
import ognl.OgnlException;
import org.jspecify.annotations.Nullable;

/**
 * Gives the templates the parts of records by name. The general way looks through all methods of a class each time a part is
 * asked for, and a page asks for thousands.
 */
final class RecordParts extends ObjectPropertyAccessor {

    private static final ClassValue<Map<String, Method>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return parts(type);
        }
    };

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable Object getProperty(Map context, Object target, Object name) throws OgnlException {
        Method part = PARTS.get(target.getClass()).get(String.valueOf(name));
        if (part == null) {
            return super.getProperty(context, target, name);
        }
        try {
            return part.invoke(target);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new OgnlException(String.valueOf(name), e);
        }
    }

    private static Map<String, Method> parts(Class<?> type) {
        Map<String, Method> parts = new HashMap<>();
        for (Method method : type.getMethods()) {
            boolean asked = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getDeclaringClass() == type;
            if (asked && method.trySetAccessible()) {
                parts.put(method.getName(), method);
                if (method.getName().matches("is[A-Z].*")) {
                    String name = method.getName().substring(2);
                    parts.putIfAbsent(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), method);
                }
            }
        }
        return Map.copyOf(parts);
    }
}
