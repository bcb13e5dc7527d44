package org.protocolgate.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Pages of entries as pieces of a CSV file that a spreadsheet opens as it is. */
final class CsvPieces implements Iterator<byte[]> {

    private final Iterator<List<Entry>> pages;
    private final ZoneId site;
    private final Function<Entry, String> says;
    private boolean begun;

    CsvPieces(Iterator<List<Entry>> pages, ZoneId site, Function<Entry, String> says) {
        this.pages = pages;
        this.site = site;
        this.says = says;
    }

    @Override
    public boolean hasNext() {
        return !begun || pages.hasNext();
    }

    @Override
    public byte[] next() {
        StringBuilder piece = new StringBuilder();
        try (CSVPrinter rows = new CSVPrinter(piece, CSVFormat.DEFAULT)) {
            if (!begun) {
                begun = true;
                piece.append(Cell.BYTE_ORDER_MARK);
                rows.printRecord(Stream.concat(EntryLine.COLUMNS.stream(), Stream.of("says")));
            } else {
                for (Entry entry : pages.next()) {
                    rows.printRecord(Stream.concat(EntryLine.values(entry, site).stream(), Stream.of(says.apply(entry)))
                            .map(Cell::of));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }
}
