package org.protocolgate.odm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;

/** Reads the elements of one file, from the outside in. */
final class ReadingOdm {

    private static final String VERSION = "1.3";

    private final Cursor at;
    private final Set<String> subjects = new LinkedHashSet<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Set<String>> units = new HashMap<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private String study = "";
    private boolean transactional;

    ReadingOdm(Cursor at) {
        this.at = at;
    }

    OdmFile file() throws XMLStreamException, RefusedException {
        at.root();
        String version = at.get("ODMVersion");
        if (version != null && !version.startsWith(VERSION)) {
            throw at.refused("ODMVersion: " + VERSION + " is expected");
        }
        transactional = switch (at.need("FileType")) {
            case "Snapshot" -> false;
            case "Transactional" -> true;
            default -> throw at.refused("FileType: Snapshot or Transactional is expected");
        };
        while (at.child()) {
            switch (at.name()) {
                case "Study" -> metadata();
                case "ClinicalData" -> clinicalData();
                default -> other();
            }
        }
        Map<String, String> single = new HashMap<>();
        units.forEach((item, all) -> {
            if (all.size() == 1) {
                single.put(item, all.iterator().next());
            }
        });
        return new OdmFile(study, transactional, List.copyOf(subjects), groups, single, others);
    }

    private void other() throws XMLStreamException, RefusedException {
        others.merge(at.name(), 1, Integer::sum);
        at.skip();
    }

    /** Of the metadata only the units are of use here. */
    private void metadata() throws XMLStreamException, RefusedException {
        while (at.child()) {
            switch (at.name()) {
                case "MetaDataVersion" -> metadata();
                case "ItemDef" -> {
                    Set<String> of = units.computeIfAbsent(at.need("OID"), oid -> new LinkedHashSet<>());
                    while (at.child()) {
                        if (at.name().equals("MeasurementUnitRef")) {
                            of.add(at.need("MeasurementUnitOID"));
                        }
                        at.skip();
                    }
                }
                default -> at.skip();
            }
        }
    }

    private void clinicalData() throws XMLStreamException, RefusedException {
        String of = at.need("StudyOID");
        if (!study.isEmpty() && !study.equals(of)) {
            throw at.refused("a second study; send the data of each by themselves");
        }
        study = of;
        AuditTimes times = new AuditTimes();
        List<Group> mine = new ArrayList<>();
        while (at.child()) {
            switch (at.name()) {
                case "SubjectData" -> {
                    String subject = at.need("SubjectKey");
                    subjects.add(subject);
                    below(Place.of(subject), transaction(transactional ? null : Transaction.INSERT), mine, times);
                }
                case "AuditRecords" -> times.read(at);
                default -> other();
            }
        }
        if (times.records() > 0) {
            others.merge("AuditRecord", times.records(), Integer::sum);
        }
        mine.forEach(group -> groups.add(times.in(group)));
    }

    /** Reads what is below a subject, an event or a form. */
    private void below(Place place, @Nullable Transaction transaction, List<Group> into, AuditTimes times)
            throws XMLStreamException, RefusedException {
        if (transaction == Transaction.REMOVE) {
            into.add(place.group(transaction, Map.of(), null));
            at.skip();
            return;
        }
        while (at.child()) {
            switch (at.name()) {
                case "StudyEventData" -> below(place.event(at), transaction(transaction), into, times);
                case "FormData" -> below(place.form(at), transaction(transaction), into, times);
                case "ItemGroupData" -> into.add(group(place.items(at), transaction(transaction), times));
                default -> other();
            }
        }
    }

    private Group group(Place place, @Nullable Transaction transaction, AuditTimes times)
            throws XMLStreamException, RefusedException {
        Map<String, Item> items = new LinkedHashMap<>();
        String newest = null;
        while (at.child()) {
            if (at.name().startsWith("ItemData")) {
                newest = AuditTimes.later(newest, item(transaction, items, times));
            } else if (at.name().equals("AuditRecord")) {
                newest = AuditTimes.later(newest, times.stamp(at));
            } else {
                other();
            }
        }
        return place.group(transaction, items, newest);
    }

    /** @return when it was entered, or under which name that is said; null where it is not */
    private @Nullable String item(@Nullable Transaction of, Map<String, Item> into, AuditTimes times)
            throws XMLStreamException, RefusedException {
        boolean typed = !at.name().equals("ItemData");
        String oid = at.need("ItemOID");
        Transaction transaction = transaction(of);
        boolean none = "Yes".equals(at.get("IsNull")) || transaction == Transaction.REMOVE;
        String value = at.get("Value");
        String unit = at.get("MeasurementUnitOID");
        String when = times.named(at.get("AuditRecordID"));
        if (typed) {
            value = at.text();
        } else {
            while (at.child()) {
                switch (at.name()) {
                    case "MeasurementUnitRef" -> {
                        unit = at.need("MeasurementUnitOID");
                        at.skip();
                    }
                    case "AuditRecord" -> when = AuditTimes.later(when, times.stamp(at));
                    default -> other();
                }
            }
        }
        if (transaction != Transaction.CONTEXT || value != null) {
            String stripped = value == null || value.isBlank() || none ? null : value.strip();
            if (into.put(oid, new Item(oid, stripped, unit)) != null) {
                throw at.refused("the item " + oid + " stands twice in one group");
            }
        }
        return when;
    }

    private @Nullable Transaction transaction(@Nullable Transaction inherited) throws RefusedException {
        String said = at.get("TransactionType");
        if (said == null) {
            return inherited;
        }
        return switch (said) {
            case "Insert" -> Transaction.INSERT;
            case "Update" -> Transaction.UPDATE;
            case "Remove" -> Transaction.REMOVE;
            case "Upsert" -> Transaction.UPSERT;
            case "Context" -> Transaction.CONTEXT;
            default -> throw at.refused("TransactionType: Insert, Update, Remove, Upsert or Context is expected");
        };
    }
}
