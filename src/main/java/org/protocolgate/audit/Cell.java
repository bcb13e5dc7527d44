package org.protocolgate.audit;

import org.jspecify.annotations.Nullable;

/** A cell of a CSV file that a spreadsheet opens as it is. */
public final class Cell {

    /** What makes Excel show Chinese. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A spreadsheet takes a cell that begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private Cell() {}

    /** A value, with an apostrophe before it where it would be taken for a formula. */
    public static @Nullable Object of(@Nullable Object value) {
        return value instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : value;
    }
}
