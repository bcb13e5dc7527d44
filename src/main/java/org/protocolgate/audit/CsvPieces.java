package org.protocolgate.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Pages of entries as pieces of a CSV file that a spreadsheet opens as it is. */
final class CsvPieces implements Iterator<byte[]> {

    private final Iterator<List<Entry>> pages;
    private final ZoneId site;
    private boolean begun;

    CsvPieces(Iterator<List<Entry>> pages, ZoneId site) {
        this.pages = pages;
        this.site = site;
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
                rows.printRecord(EntryLine.COLUMNS);
            } else {
                for (Entry entry : pages.next()) {
                    rows.printRecord(EntryLine.values(entry, site).stream().map(Cell::of));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }
}
