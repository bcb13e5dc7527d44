package org.protocolgate.cdisc;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.protocol.Terminology;

/** Reads datasets of many subjects. */
@Singleton
public final class Datasets {

    private final ServedRules rules;

    Datasets(ServedRules rules) {
        this.rules = rules;
    }

    /** Whether a JSON file is a dataset. */
    public static boolean isOne(Path file) {
        return DatasetText.isOne(file);
    }

    /**
     * Reads a dataset.
     *
     * @throws RefusedException where it is no dataset, or none of a domain that is taken over
     */
    public Dataset read(Path file) throws RefusedException {
        DatasetText text = DatasetText.read(file);
        Terminology terminology = rules.ask(
                rulebook -> rulebook.newest(rulebook.study()).orElseThrow().terminology());
        Map<String, List<Reading>> read = new LinkedHashMap<>();
        for (Row row : text.rows()) {
            String subject = row.subject() == null ? "" : row.subject();
            read.computeIfAbsent(subject, s -> new ArrayList<>()).add(Domains.read(row, terminology));
        }
        return new Dataset(text.study(), read);
    }
}
