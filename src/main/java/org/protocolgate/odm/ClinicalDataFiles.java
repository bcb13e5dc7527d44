package org.protocolgate.odm;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.importing.Remark;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.odm.Folding.Folded;
import org.protocolgate.odm.Folding.State;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.protocol.Terminology;

/** Reads ODM files of many subjects. */
@Singleton
public final class ClinicalDataFiles {

    private final ServedRules rules;
    private final Mappings mappings;

    ClinicalDataFiles(ServedRules rules, Mappings mappings) {
        this.rules = rules;
        this.mappings = mappings;
    }

    /**
     * Reads a file.
     *
     * @throws RefusedException where it is no ODM 1.3, or the mapping of its study has faults, each of which is named
     */
    public ClinicalData read(Path file) throws RefusedException {
        OdmFile odm = OdmText.read(file);
        Mapping mapping = odm.study().isEmpty() ? null : mappings.of(odm.study(), rules.zone());
        Terminology terminology = rules.ask(
                rulebook -> rulebook.newest(rulebook.study()).orElseThrow().terminology());
        Map<String, String> codes = mapping == null ? Map.of() : mapping.subjects();
        Map<String, List<Group>> groups = odm.groups().stream()
                .collect(Collectors.groupingBy(Group::subject, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Reading>> read = new LinkedHashMap<>();
        for (String subject : odm.subjects()) {
            List<Reading> readings = new ArrayList<>(general(odm, mapping));
            for (Folded folded : Folding.of(groups.getOrDefault(subject, List.of()))) {
                readings.addAll(read(folded, mapping, odm.units(), terminology));
            }
            read.put(codes.getOrDefault(subject, subject), readings);
        }
        String format = "ODM 1.3.2" + (mapping == null ? "" : ", mapping " + mapping.digest());
        return new ClinicalData(odm.study(), format, read, codes);
    }

    /** What there is to say of the whole of the file. */
    private static List<Reading> general(OdmFile odm, @Nullable Mapping mapping) {
        List<Reading> general = new ArrayList<>();
        if (mapping == null) {
            general.add(line(
                    "study " + odm.study(),
                    Reading.Kind.DOUBT,
                    List.of(Remark.of("there is no mapping for this study, so nothing of it can be taken"))));
        }
        if (!odm.others().isEmpty()) {
            List<Remark> remarks = new ArrayList<>();
            odm.others()
                    .forEach((name, count) -> remarks.add(Remark.of(
                            name,
                            Integer.toString(count),
                            name.equals("AuditRecord")
                                    ? "of these only when a value was entered is kept, as the version of its record"
                                    : "not taken over")));
            general.add(line("file", Reading.Kind.SKIP, remarks));
        }
        return general;
    }

    private static List<Reading> read(
            Folded folded, @Nullable Mapping mapping, Map<String, String> units, Terminology terminology) {
        Group group = folded.group();
        if (group.isAll()) {
            return List.of(new Reading(
                    group.path().isEmpty() ? "all of the subject" : "all of " + group.path(),
                    group.path(),
                    null,
                    Reading.Kind.TAKE_BACK_ALL,
                    List.of(),
                    List.of(Remark.of("removed at its source"))));
        }
        List<Reading> readings = new ArrayList<>();
        Set<String> others = new TreeSet<>(group.items().keySet());
        List<MappedFact> facts = mapping == null
                ? List.of()
                : mapping.facts().stream().filter(fact -> fact.isOf(group)).toList();
        for (MappedFact fact : facts) {
            others.removeAll(fact.items());
            Reading reading = new FactReading(fact, folded, units, terminology).read();
            if (reading != null) {
                readings.add(reading);
            }
        }
        if (folded.state() != State.REMOVED && (facts.isEmpty() || !others.isEmpty())) {
            readings.add(line(group.path(), Reading.Kind.SKIP, unnamed(group, facts.isEmpty(), others)));
        }
        return readings;
    }

    /** Values of what is not taken are not repeated: among them are names and dates of birth. */
    private static List<Remark> unnamed(Group group, boolean whole, Set<String> others) {
        List<Remark> remarks = new ArrayList<>();
        if (whole) {
            remarks.add(Remark.of(String.valueOf(group.oid()), null, "no mapping names this group: not taken"));
        }
        others.forEach(item -> remarks.add(Remark.of(item, null, "no mapping names this item: not taken")));
        return remarks;
    }

    private static Reading line(String place, Reading.Kind kind, List<Remark> remarks) {
        return new Reading(place, null, null, kind, List.of(), remarks);
    }
}
