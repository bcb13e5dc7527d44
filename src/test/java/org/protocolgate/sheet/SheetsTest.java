package org.protocolgate.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;

/** Rows, encodings and cells, and what is refused of them. */
class SheetsTest {

    @TempDir
    private Path folder;

    private List<Reading> csv(byte[] bytes, @Nullable String kind) throws RefusedException, IOException {
        return Sheets.csv(Files.write(folder.resolve("sent"), bytes), kind);
    }

    private List<Reading> csv(String text, @Nullable String kind) throws RefusedException, IOException {
        return csv(text.getBytes(StandardCharsets.UTF_8), kind);
    }

    private List<Reading> book(Consumer<XSSFWorkbook> fill) throws RefusedException, IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(book);
            book.write(out);
            return Sheets.workbook(Files.write(folder.resolve("sent"), out.toByteArray()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "BOM"})
    void aFileIsReadInTheEncodingsOfItsSites(String encoding) throws RefusedException, IOException {
        String text = "name,start\n泼尼松,2026-01\n";
        byte[] bytes = encoding.equals("BOM")
                ? ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(encoding));

        List<Reading> read = csv(bytes, "drug");

        assertThat(read).hasSize(1);
        assertThat(read.get(0).facts().get(0).toString())
                .isEqualTo("{\"type\":\"drug\",\"name\":\"泼尼松\",\"start\":\"2026-01\"}");
    }

    @Test
    void rowsKeepTheirNumbersAndEmptyOnesAreLeftOut() throws RefusedException, IOException {
        List<Reading> read =
                csv("id,kind,value,unit,on\n1,WEIGHT,60,kg,2026-01-05\n,,,,\n2,SPO2,97,%,2026-01-05\n", "vital");

        assertThat(read).extracting(Reading::place).containsExactly("row 2", "row 4");
        assertThat(read).extracting(Reading::record).containsExactly("vital/1", "vital/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name,start\n=1+1,2026\n",
                "name,start\nx,2026,extra\n",
                "name,ongoing\nx,perhaps\n",
                "name,dailyDose.value\nx,ten\n",
                "name,dailyDose.value\nx,\"1,5\"\n"
            })
    void aCellThatCannotBeReadIsRefused(String text) throws RefusedException, IOException {
        Reading read = csv(text, "drug").get(0);

        assertThat(read.kind()).isEqualTo(Reading.Kind.REFUSE);
        assertThat(read.remarks()).hasSize(1);
        assertThat(read.facts()).isEmpty();
    }

    @Test
    void aColumnSaysTheKindOfEachRowWhereNothingElseDoes() throws RefusedException, IOException {
        List<Reading> read = Sheets.csv(
                Files.writeString(
                        folder.resolve("sent"),
                        "type,id,name,kind,on\ndrug,1,x,,\nvital,1,,WEIGHT,2026\ndrug,2,x,WEIGHT,\nx,3,,,\n"),
                null);

        assertThat(read).extracting(Reading::record).startsWith("drug/1", "vital/1");
        assertThat(read)
                .extracting(Reading::kind)
                .containsExactly(Reading.Kind.TAKE, Reading.Kind.TAKE, Reading.Kind.REFUSE, Reading.Kind.REFUSE);
        assertThatThrownBy(() -> csv("name\nx\n", null)).isInstanceOf(RefusedException.class);
    }

    @Test
    void anIdStandsOnce() throws RefusedException, IOException {
        assertThat(csv("id,name\n1,x\n1,y\n", "drug").get(1).kind()).isEqualTo(Reading.Kind.REFUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nmae\nx\n", "name,name\nx,y\n", "name\n\"x", ",\n"})
    void aFileWithoutItsHeaderIsRefused(String text) {
        assertThatThrownBy(() -> csv(text, "drug")).isInstanceOf(RefusedException.class);
    }

    @Test
    void whatAnInvestigatorSignsHasNoSheet() {
        assertThatThrownBy(() -> csv("criterion,on\nEXC-22,2026-01-05\n", "judgement"))
                .isInstanceOf(RefusedException.class);
        assertThat(Templates.csv("judgement")).isNull();
        assertThat(Templates.xlsx("dltAssessment")).isNull();
    }

    @Test
    void aWorkbookHasASheetForEachKind() throws RefusedException, IOException {
        List<Reading> read = book(book -> {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            XSSFSheet drugs = book.createSheet("drug");
            row(drugs, 0, "code.system", "code.value", "dailyDose.value", "start", "ongoing");
            XSSFRow drug = drugs.createRow(1);
            drug.createCell(0).setCellValue("RXNORM");
            drug.createCell(1).setCellValue(8640);
            drug.createCell(2).setCellValue(7.5);
            drug.createCell(3).setCellValue(LocalDate.of(2026, 3, 9));
            drug.getCell(3).setCellStyle(date);
            drug.createCell(4).setCellValue(true);
            XSSFSheet labs = book.createSheet("lab");
            row(labs, 0, "test", "result", "on");
            row(labs, 1, "HCG_SERUM", "NEGATIVE", "2026-03");
        });

        assertThat(read.get(0).place()).isEqualTo("sheet drug, row 2");
        assertThat(read.get(0).facts().get(0).toString())
                .isEqualTo("{\"type\":\"drug\",\"code\":{\"system\":\"RXNORM\",\"value\":\"8640\"},"
                        + "\"dailyDose\":{\"value\":7.5},\"start\":\"2026-03-09\",\"ongoing\":true}");
        assertThat(read.get(1).facts().get(0).get("on").asText()).isEqualTo("2026-03");
    }

    @Test
    void aFormulaInAWorkbookIsRefused() throws RefusedException, IOException {
        List<Reading> read = book(book -> {
            XSSFSheet drugs = book.createSheet("drug");
            row(drugs, 0, "name");
            drugs.createRow(1).createCell(0).setCellFormula("1+1");
        });

        assertThat(read.get(0).kind()).isEqualTo(Reading.Kind.REFUSE);
        assertThat(read.get(0).remarks().get(0).text()).contains("formula");
    }

    private static void row(XSSFSheet sheet, int number, String... cells) {
        XSSFRow row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void whatUnpacksToFarMoreIsRefused() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] template = Templates.xlsx("drug");
        assertThat(template).isNotNull();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb));
                var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(template))) {
            byte[] blanks = new byte[1024 * 1024];
            java.util.Arrays.fill(blanks, (byte) ' ');
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    out.write(
                            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    .getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 200; i++) {
                        out.write(blanks);
                    }
                } else {
                    out.write(in.readAllBytes());
                }
            }
        }

        assertThat(Files.size(bomb)).isLessThan(1024 * 1024);
        assertThatThrownBy(() -> Sheets.workbook(bomb))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("too large when unpacked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "name\nx\n"})
    void whatIsNoWorkbookIsRefused(String text) {
        assertThatThrownBy(() -> Sheets.workbook(Files.writeString(folder.resolve("sent"), text)))
                .isInstanceOf(RefusedException.class);
    }
}
