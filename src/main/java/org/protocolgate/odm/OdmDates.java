package org.protocolgate.odm;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of ODM, of which any part may be missing: what stands before the first missing part is kept. */
final class OdmDates {

    /** Fields that hold a date. */
    private static final Set<String> FIELDS = Set.of("start", "end", "on", "withdrawnOn", "lastDose");

    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2}|-)(?:-(\\d{2}|-))?)?(?:T([-+:.\\dZ]*))?-*");
    private static final Pattern MOMENT =
            Pattern.compile("\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");
    private static final int YEAR = 1;
    private static final int MONTH = 2;
    private static final int DATE = 3;
    private static final int TIME = 4;

    private OdmDates() {}

    static boolean isOne(String field) {
        return FIELDS.contains(field);
    }

    /** The date as far as it is known; a text that is none stays as it is, and is refused where facts are read. */
    static String known(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String month = parts.group(MONTH);
        String day = parts.group(DATE);
        if (month == null || month.equals("-")) {
            return parts.group(YEAR);
        }
        if (day == null || day.equals("-")) {
            return parts.group(YEAR) + "-" + month;
        }
        String date = parts.group(YEAR) + "-" + month + "-" + day;
        String time = parts.group(TIME);
        return time != null && MOMENT.matcher(time).matches() ? date + "T" + time : date;
    }
}
