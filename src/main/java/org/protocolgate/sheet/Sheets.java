package org.protocolgate.sheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;

/** Reads sheets of facts; a reading for each row that is not empty, in their order. */
public final class Sheets {

    private Sheets() {}

    /**
     * Reads a CSV file, in UTF-8 or GB18030.
     *
     * @param kind of the facts in it; null where each row says its own in a column, type
     * @throws RefusedException where it has no header, an unknown column, or another encoding
     */
    public static List<Reading> csv(Path file, @Nullable String kind) throws RefusedException {
        return CsvFile.read(file, kind, false).getOrDefault(Rows.ONE, List.of());
    }

    /**
     * Reads a workbook, whose sheets are named after the kinds of facts in them, or say the kind of each row in a column, type.
     *
     * @throws RefusedException where it is none, is too large when unpacked, or has a sheet or column that is unknown
     */
    public static List<Reading> workbook(Path file) throws RefusedException {
        return Workbook.read(file, false).getOrDefault(Rows.ONE, List.of());
    }

    /**
     * Reads a CSV file of several participants, whose codes are in a column, participant.
     *
     * @param kind as of one participant
     * @return readings by code
     * @throws RefusedException likewise, and where the column is missing or blank
     */
    public static Map<String, List<Reading>> csvOfMany(Path file, @Nullable String kind) throws RefusedException {
        return CsvFile.read(file, kind, true);
    }

    /**
     * Reads a workbook of several participants, likewise.
     *
     * @return readings by code
     * @throws RefusedException as of one participant, and where the column is missing or blank
     */
    public static Map<String, List<Reading>> workbookOfMany(Path file) throws RefusedException {
        return Workbook.read(file, true);
    }
}
