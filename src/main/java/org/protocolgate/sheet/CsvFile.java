package org.protocolgate.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;

/** A CSV file with commas, in UTF-8 with or without a byte order mark, or else in GB18030. */
final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private CsvFile() {}

    /** Readings by participant. */
    static Map<String, List<Reading>> read(Path file, @Nullable String kind, boolean many) throws RefusedException {
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        try (CSVParser parser = FORMAT.parse(new StringReader(text(file)))) {
            Rows rows = null;
            int line = 1;
            for (CSVRecord record : parser) {
                List<Rows.Written> cells = record.stream().map(Rows.Written::of).toList();
                if (rows == null) {
                    rows = new Rows(kind, "", many, cells);
                } else {
                    rows.add(line, cells, readings);
                }
                line++;
            }
            if (rows == null) {
                throw Rows.refused("row 1", "a header is expected, but nothing was sent");
            }
            return readings;
        } catch (UncheckedIOException e) {
            throw Rows.refused("", "no CSV file: a quotation mark is not closed, or stands in the middle of a cell");
        } catch (CSVException e) {
            throw Rows.refused("", "no CSV file");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) throws IOException, RefusedException {
        byte[] bytes = Files.readAllBytes(file);
        String text = decoded(bytes, StandardCharsets.UTF_8);
        if (text == null) {
            text = decoded(bytes, Charset.forName("GB18030"));
        }
        if (text == null || text.indexOf('\0') >= 0) {
            throw Rows.refused("", "neither in UTF-8 nor in GB18030");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
