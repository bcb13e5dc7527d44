package org.protocolgate.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;

/** A workbook of Excel. What unpacks to far more than it was is refused, and so are formulas. */
final class Workbook {

    private static final long MOST_UNPACKED = 64L * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;

    static {
        ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
        ZipSecureFile.setMaxTextSize(MOST_UNPACKED);
    }

    private Workbook() {}

    /** Readings by participant. */
    static Map<String, List<Reading>> read(Path file, boolean many) throws RefusedException {
        Map<String, List<Reading>> readings = new LinkedHashMap<>();
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFWorkbook book = new XSSFWorkbook(parts);
            // a sheet whose part is damaged is left out without a word
            if (book.getCTWorkbook().getSheets().sizeOfSheetArray() != book.getNumberOfSheets()) {
                throw Rows.refused("", "a workbook with a damaged sheet");
            }
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                read(book.getSheetAt(i), many, readings);
            }
            return readings;
        } catch (OpenXML4JException | IOException | RuntimeException e) {
            // POI tells what it finds wrong in many ways, some of them with what stands in the file
            throw Rows.refused("", "no workbook that can be read (.xlsx), or one that is too large when unpacked");
        }
    }

    private static void read(XSSFSheet sheet, boolean many, Map<String, List<Reading>> readings)
            throws RefusedException {
        String name = sheet.getSheetName();
        if (sheet.getPhysicalNumberOfRows() == 0) {
            return;
        }
        if (sheet.getLastRowNum() > MOST_ROWS) {
            throw Rows.refused("sheet " + name, "more than " + MOST_ROWS + " rows; send them in parts");
        }
        Rows rows = null;
        for (int i = sheet.getFirstRowNum(); i <= sheet.getLastRowNum(); i++) {
            List<Rows.Written> cells = cells(name, sheet.getRow(i));
            if (rows == null) {
                rows = new Rows(name, name, many, cells);
            } else {
                rows.add(i + 1, cells, readings);
            }
        }
    }

    private static List<Rows.Written> cells(String sheet, @Nullable Row row) throws RefusedException {
        List<Rows.Written> cells = new ArrayList<>();
        int last = row == null ? 0 : row.getLastCellNum();
        if (last > MOST_COLUMNS) {
            throw Rows.refused("sheet " + sheet, "more than " + MOST_COLUMNS + " columns");
        }
        for (int i = 0; row != null && i < last; i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? Rows.Written.of("") : written(cell));
        }
        return cells;
    }

    private static Rows.Written written(Cell cell) {
        return switch (cell.getCellType()) {
            case STRING -> Rows.Written.of(cell.getStringCellValue());
            case BOOLEAN -> Rows.Written.of(Boolean.toString(cell.getBooleanCellValue()));
            case NUMERIC -> number(cell);
            case FORMULA -> Rows.Written.formula();
            case ERROR -> new Rows.Written("", "an error of the spreadsheet");
            default -> Rows.Written.of("");
        };
    }

    private static Rows.Written number(Cell cell) {
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime date = cell.getLocalDateTimeCellValue();
            return date == null
                    ? new Rows.Written(Double.toString(cell.getNumericCellValue()), "no date")
                    : Rows.Written.of(
                            date.toLocalTime().equals(LocalTime.MIDNIGHT)
                                    ? date.toLocalDate().toString()
                                    : String.format(Locale.ROOT, "%tFT%<tT", date));
        }
        String raw = ((XSSFCell) cell).getRawValue();
        try {
            BigDecimal number = new BigDecimal(raw);
            return Rows.Written.of(number.signum() == 0 ? "0" : plain(number));
        } catch (NumberFormatException e) {
            return new Rows.Written(raw == null ? "" : raw, "no number");
        }
    }

    /** Digits alone where there are not too many of them. */
    private static String plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return Math.abs(bare.scale()) > 30 ? bare.toString() : bare.toPlainString();
    }
}
