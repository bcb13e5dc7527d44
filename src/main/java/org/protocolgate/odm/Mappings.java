package org.protocolgate.odm;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** The mappings of studies, in the files of a folder; they are read anew for each import. */
@Singleton
final class Mappings {

    private final Path folder;

    /** @param folder of files in YAML, one for each study; need not be there */
    Mappings(@Value("${protocol-gate.imports.mappings:mappings}") String folder) {
        this.folder = Path.of(folder);
    }

    /**
     * The mapping of a study, or null where there is none.
     *
     * @throws RefusedException where a file of the folder is faulty, or two are of the study
     */
    @Nullable
    Mapping of(String study, ZoneId zone) throws RefusedException {
        Mapping found = null;
        for (Path file : files()) {
            Mapping mapping = read(file, zone);
            if (mapping.study().equals(study) && found != null) {
                throw new RefusedException(List.of(
                        new Violation("mapping " + file.getFileName(), "a second mapping of the study " + study)));
            }
            found = mapping.study().equals(study) ? mapping : found;
        }
        return found;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(".+\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mapping read(Path file, ZoneId zone) throws RefusedException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return MappingText.read(file.getFileName().toString(), text, Digest.of(text), zone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
