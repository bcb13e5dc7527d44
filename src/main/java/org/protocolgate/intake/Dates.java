package org.protocolgate.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;

/** Reads dates as written: a year, a month, a day, a local date-time, or an instant, which is moved to the study's zone. */
final class Dates {

    private static final Pattern SHAPE = Pattern.compile(
            "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?");
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private Dates() {}

    /** The date, or null where the text is none. */
    static @Nullable PartialDate read(String text, ZoneId zone) {
        if (!SHAPE.matcher(text).matches()) {
            return null;
        }
        try {
            PartialDate date = switch (text.length()) {
                case YEAR -> PartialDate.in(Year.parse(text));
                case MONTH -> PartialDate.in(YearMonth.parse(text));
                case DAY -> PartialDate.of(LocalDate.parse(text));
                default -> PartialDate.at(moment(text, zone));
            };
            return date.earliest().getYear() < 1 ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDateTime moment(String text, ZoneId zone) {
        boolean offset = text.endsWith("Z") || text.lastIndexOf('-') > DAY || text.indexOf('+') > 0;
        return offset
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(text);
    }
}
