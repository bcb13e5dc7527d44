package org.protocolgate.odm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys and values of a mapping in its text; another kind of value is noted and read as nothing. */
record MapIn(Map<?, ?> values, String place, MappingFaults faults) {

    static MapIn of(@Nullable Object value, String place, MappingFaults faults) {
        if (value instanceof Map<?, ?> map) {
            return new MapIn(map, place, faults);
        }
        if (value != null || place.isEmpty()) {
            faults.add(place, "keys with values are expected");
        }
        return new MapIn(Map.of(), place, faults);
    }

    String place(String key) {
        return place.isEmpty() || key.isEmpty() ? place + key : place + "." + key;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    void refuseOthers(Set<String> known) {
        for (String key : keys()) {
            if (!known.contains(key)) {
                faults.add(place(key), "unknown key");
            }
        }
    }

    @Nullable
    String textOrNull(String key) {
        return values.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    @Nullable
    String get(String key) {
        String text = textOrNull(key);
        if (text == null && has(key)) {
            faults.add(place(key), "text is expected");
        }
        return text;
    }

    String need(String key) {
        String text = get(key);
        if (text == null && !has(key)) {
            faults.add(place(key), "is missing");
        }
        return text == null ? "" : text;
    }

    MapIn map(String key) {
        return of(values.get(key), place(key), faults);
    }

    List<MapIn> maps(String key) {
        List<MapIn> maps = new ArrayList<>();
        if (values.get(key) instanceof List<?> list && !list.isEmpty()) {
            for (int i = 0; i < list.size(); i++) {
                maps.add(of(list.get(i), place(key) + "/" + i, faults));
            }
        } else {
            faults.add(place(key), "a list is expected");
        }
        return maps;
    }

    Map<String, String> texts(String key) {
        MapIn in = map(key);
        Map<String, String> texts = new LinkedHashMap<>();
        in.keys().forEach(name -> texts.put(name, in.need(name)));
        return texts;
    }

    /** Of each key one text or several. */
    Map<String, Set<String>> choices(String key) {
        MapIn in = map(key);
        Map<String, Set<String>> choices = new LinkedHashMap<>();
        for (String name : in.keys()) {
            Set<String> all = new LinkedHashSet<>();
            if (in.values().get(name) instanceof List<?> list) {
                list.forEach(one -> all.add(String.valueOf(one)));
            } else {
                all.add(in.need(name));
            }
            choices.put(name, all);
        }
        return choices;
    }
}
