package org.protocolgate.odm;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;

/** Where in the data of a subject an element stands. */
record Place(
        String subject,
        String path,
        @Nullable String event,
        @Nullable String form,
        @Nullable String group) {

    static Place of(String subject) {
        return new Place(subject, "", null, null, null);
    }

    Place event(Cursor at) throws RefusedException {
        String oid = at.need("StudyEventOID");
        return new Place(subject, path + step(oid, at.get("StudyEventRepeatKey")) + "/", oid, null, null);
    }

    Place form(Cursor at) throws RefusedException {
        String oid = at.need("FormOID");
        return new Place(subject, path + step(oid, at.get("FormRepeatKey")) + "/", event, oid, null);
    }

    Place items(Cursor at) throws RefusedException {
        String oid = at.need("ItemGroupOID");
        return new Place(subject, path + step(oid, at.get("ItemGroupRepeatKey")), event, form, oid);
    }

    Group group(@Nullable Transaction transaction, Map<String, Item> items, @Nullable String at) {
        return new Group(subject, path, event, form, group, transaction, items, at);
    }

    private static String step(String oid, @Nullable String repeat) {
        return repeat == null ? oid : oid + "[" + repeat.strip() + "]";
    }
}
