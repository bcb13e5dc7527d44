package org.protocolgate.screen;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses that hold what was asked, so that a list can be found again, kept and passed on. */
public final class Address {

    private Address() {}

    /** A path with what is asked behind it; what is empty is left out. */
    public static String of(String path, Map<String, String> asked) {
        String query = asked.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    static String with(String path, Map<String, String> asked, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.put(name, value);
        return of(path, all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
