package org.protocolgate.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;

/** Reads the facts of a dossier, each by its type. */
final class FactsIn {

    /** Reads a fact of one type; null where a fault was noted that leaves nothing to build it from. */
    interface Reader {
        @Nullable
        Fact read(ObjectIn in, Entry entry);
    }

    static final Map<String, Reader> TYPES = types();

    private FactsIn() {}

    private static Map<String, Reader> types() {
        Map<String, Reader> types = new TreeMap<>();
        types.putAll(DatedFacts.TYPES);
        types.putAll(LastingFacts.TYPES);
        return types;
    }

    static List<Fact> read(ObjectIn dossier) {
        List<Fact> facts = new ArrayList<>();
        List<ObjectIn> objects = dossier.objects("facts");
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < objects.size(); i++) {
            ObjectIn in = objects.get(i);
            String id = in.text("id");
            Integer same = id == null ? null : places.putIfAbsent(id, i);
            if (same != null) {
                in.fault("id", "the fact at index " + same + " has the same id");
            }
            Fact fact = read(in, new Entry(id == null ? Integer.toString(i) : id, i, source(in)));
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    static @Nullable Fact read(ObjectIn in, Entry entry) {
        in.require("type");
        String type = in.text("type");
        if (type == null) {
            return null;
        }
        Reader reader = TYPES.get(type);
        if (reader == null) {
            in.fault("type", "unknown type; expected one of " + TYPES.keySet());
            return null;
        }
        Fact fact = reader.read(in, entry);
        in.refuseOthers();
        return fact;
    }

    static Entry.@Nullable Source source(ObjectIn in) {
        ObjectIn source = in.object("source");
        if (source == null) {
            return null;
        }
        Entry.Source read = new Entry.Source(source.text("system"), source.text("id"), source.text("version"));
        source.refuseOthers();
        return read;
    }
}
