package org.protocolgate.pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Criterion;

/** What serves several criteria: the rules in files of no criterion, and the participant from whom the examples depart. */
record SharedPage(List<File> files, @Nullable String baseline) {

    record File(String path, List<Rule> rules) {}

    static SharedPage of(Edition edition) {
        String study = study(edition);
        return new SharedPage(files(edition, study), edition.file(study + "/baseline.yaml"));
    }

    /** The rules that a criterion's own may hand over to. */
    static List<Rule> rules(Edition edition) {
        return files(edition, study(edition)).stream()
                .flatMap(file -> file.rules().stream())
                .toList();
    }

    private static List<File> files(Edition edition, String study) {
        Set<String> ofCriteria =
                edition.version().criteria().stream().map(Criterion::file).collect(Collectors.toSet());
        return edition.rulebook().folder().files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(study + "/")
                        && file.getKey().endsWith(".drl")
                        && !ofCriteria.contains(file.getKey()))
                .map(file -> new File(file.getKey(), Rule.all(file.getValue())))
                .filter(file -> !file.rules().isEmpty())
                .toList();
    }

    /** The study's own folder: the first part of every rule file's path. */
    private static String study(Edition edition) {
        return edition.version().criteria().stream()
                .map(criterion -> criterion.file().substring(0, criterion.file().indexOf('/')))
                .findFirst()
                .orElse(edition.version().study());
    }
}
