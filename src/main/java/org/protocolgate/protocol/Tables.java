package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Cited tables of numbers that belong to a score, an equivalence or a formula rather than to the protocol.
 *
 * @param rows the rows of each table, in file order, by the table's name
 */
public record Tables(Map<String, List<Row>> rows) {

    /**
     * A row: an item, the group within which only the highest counts (empty where each counts), and its number.
     */
    public record Row(String item, String group, BigDecimal number) {}

    public List<Row> table(String name) {
        List<Row> table = rows.get(name);
        if (table == null) {
            throw new NoSuchElementException("the rule folder has no table " + name + ".csv");
        }
        return table;
    }

    /** The number of one item, which must be there. */
    public BigDecimal number(String table, String item) {
        return table(table).stream()
                .filter(row -> row.item().equals(item))
                .map(Row::number)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the table " + table + " has no item " + item));
    }
}
