package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.ResearchStudy;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.protocol.Terminology;

/** Reads a bundle of one patient. */
@Singleton
public final class Bundles {

    private static final Set<String> REFERRED = Set.of("Medication", "ResearchStudy");

    private final ServedRules rules;
    private final Codes codes = new Codes();

    Bundles(ServedRules rules) {
        this.rules = rules;
    }

    /**
     * Reads a bundle, JSON.
     *
     * @return a reading of each of its entries, in their order
     * @throws RefusedException where it is no bundle, or speaks of more than one patient
     */
    public List<Reading> read(Path file, Subject subject) throws RefusedException {
        return readEntries(BundleText.read(file), subject);
    }

    /**
     * Reads resources that were sent by themselves as if they were a bundle.
     *
     * @return a reading of each, in their order
     * @throws RefusedException where they speak of more than one patient; {@code /entry/3} is the fourth
     */
    public List<Reading> read(List<ObjectNode> resources, Subject subject) throws RefusedException {
        List<BundleEntry> entries = new ArrayList<>();
        for (ObjectNode resource : resources) {
            entries.add(new BundleEntry(entries.size(), null, resource));
        }
        return readEntries(entries, subject);
    }

    private List<Reading> readEntries(List<BundleEntry> entries, Subject subject) throws RefusedException {
        OnePatient.check(entries);
        Map<String, Medication> medications = new HashMap<>();
        Map<String, ResearchStudy> studies = new HashMap<>();
        for (BundleEntry entry : entries) {
            if (REFERRED.contains(entry.type()) && entry.resource() != null) {
                Resource read = new ResourceParser().read(entry.resource());
                if (read instanceof Medication medication) {
                    refer(entry, medication, medications);
                } else if (read instanceof ResearchStudy study) {
                    refer(entry, study, studies);
                }
            }
        }
        Setting setting = new Setting(
                codes,
                terminology(subject.study()),
                subject.study(),
                subject.sex(),
                subject.birthDate(),
                medications,
                studies);
        return entries.stream().map(entry -> read(entry, setting)).toList();
    }

    private Terminology terminology(String study) {
        return rules.ask(rulebook -> rulebook.newest(study).orElseThrow().terminology());
    }

    private static <T> void refer(BundleEntry entry, T resource, Map<String, T> by) {
        String url = entry.fullUrl();
        if (url != null) {
            by.put(url, resource);
        }
        if (entry.id() != null) {
            by.put(entry.type() + "/" + entry.id(), resource);
        }
    }

    private static Reading read(BundleEntry entry, Setting setting) {
        Draft draft = new Draft();
        @Nullable String record = entry.record();
        if (entry.resource() == null) {
            draft.skip("has no resource");
        } else if (!Resources.areTaken(entry.type())) {
            draft.skip(
                    REFERRED.contains(entry.type())
                            ? "read where another resource refers to it"
                            : "resources of this type are not taken over");
        } else {
            Resources.read(entry, entry.resource(), setting, draft);
        }
        return draft.reading(entry.place(), record, entry.version());
    }
}
