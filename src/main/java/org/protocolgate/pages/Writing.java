package org.protocolgate.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes pages below one folder. */
record Writing(Path folder) {

    void write(String place, String text) {
        Path file = folder.resolve(place).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IllegalArgumentException(place + " lies outside the folder");
        }
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
