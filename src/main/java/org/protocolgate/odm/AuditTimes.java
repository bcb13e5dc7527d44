package org.protocolgate.odm;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;

/** When values were entered. By whom, where and why stays with the source. */
final class AuditTimes {

    private static final String NAMED = "#";

    private final Map<String, String> byId = new HashMap<>();
    private int records;

    /** Reads records that values refer to by their identifiers. */
    void read(Cursor at) throws XMLStreamException, RefusedException {
        while (at.child()) {
            String id = at.get("ID");
            String stamp = stamp(at);
            if (id != null && stamp != null) {
                byId.put(id, stamp);
            }
        }
    }

    /** The time of the record that it stands on; moves to its end. */
    @Nullable
    String stamp(Cursor at) throws XMLStreamException, RefusedException {
        records++;
        String stamp = null;
        while (at.child()) {
            if (at.name().equals("DateTimeStamp")) {
                stamp = at.text().strip();
            } else {
                at.skip();
            }
        }
        return stamp;
    }

    int records() {
        return records;
    }

    @Nullable
    String named(@Nullable String id) {
        return id == null ? null : NAMED + id;
    }

    /** Of two times or names of them the later as they are written; a time is later than a name. */
    static @Nullable String later(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The group with the time in the place of its name. */
    Group in(Group group) {
        String at = group.at();
        if (at == null || !at.startsWith(NAMED)) {
            return group;
        }
        return new Group(
                group.subject(),
                group.path(),
                group.event(),
                group.form(),
                group.oid(),
                group.transaction(),
                group.items(),
                byId.get(at.substring(NAMED.length())));
    }
}
