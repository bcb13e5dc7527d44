package org.protocolgate.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormat;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Cell;
import org.protocolgate.importing.Column;
import org.protocolgate.importing.Kinds;

/** Empty sheets to be filled. */
public final class Templates {

    private static final String ALL = "all";

    private Templates() {}

    /** A CSV file for facts of a kind, with the mark by which Excel knows its encoding; null where there is no such kind. */
    public static byte @Nullable [] csv(String kind) {
        List<Column> columns = Kinds.of(kind);
        if (columns == null) {
            return null;
        }
        String header = String.join(",", names(columns).toList());
        return (Cell.BYTE_ORDER_MARK + header + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook with a sheet for facts of a kind, or, for "all", of every kind; null where there is no such kind. */
    public static byte @Nullable [] xlsx(String kind) {
        if (Kinds.of(kind) == null && !kind.equals(ALL)) {
            return null;
        }
        Collection<String> kinds = kind.equals(ALL) ? Kinds.all() : List.of(kind);
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            DataFormat formats = book.createDataFormat();
            CellStyle text = book.createCellStyle();
            text.setDataFormat(formats.getFormat("@"));
            for (String one : kinds) {
                List<Column> columns = Kinds.of(one);
                if (columns != null) {
                    fill(book.createSheet(one), names(columns).toList(), text);
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells are text, so that a date such as 2026-03 stays as it is typed. */
    private static void fill(Sheet sheet, List<String> names, CellStyle text) {
        Row header = sheet.createRow(0);
        for (int i = 0; i < names.size(); i++) {
            sheet.setDefaultColumnStyle(i, text);
            header.createCell(i).setCellValue(names.get(i));
        }
    }

    private static Stream<String> names(List<Column> columns) {
        return Stream.concat(Stream.of(Kinds.ID), columns.stream().map(Column::name));
    }
}
