package org.protocolgate.web;

import io.micronaut.http.HttpParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Filter;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.study.ScreeningWanted;

/** Reads the parameters of an address one by one, and notes every fault in them, those that nobody asks for included. */
final class AddressIn {

    private static final int LONGEST = 200;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    private final HttpParameters parameters;
    private final ZoneId site;
    private final Set<String> asked = new HashSet<>();
    private final List<Violation> faults = new ArrayList<>();

    AddressIn(HttpParameters parameters, ZoneId site) {
        this.parameters = parameters;
        this.site = site;
    }

    Filter filter() {
        return new Filter(
                text("participant"),
                text("level"),
                text("criterion"),
                text("rule"),
                text("status"),
                id("decision"),
                text("user"),
                word("action", Action.class),
                moment("from", 0),
                moment("to", 1),
                words("without", Action.class),
                flag("reviewed"));
    }

    @Nullable
    UUID id(String name) {
        return read(name, "an identifier such as 0199c2a4-5d1e-7c3a-9f00-1a2b3c4d5e6f is needed", text -> {
            UUID id = UUID.fromString(text);
            if (!id.toString().equalsIgnoreCase(text)) {
                throw new IllegalArgumentException(text);
            }
            return id;
        });
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String words = "one of " + List.of(type.getEnumConstants()) + " is needed";
        return read(name, words, text -> Enum.valueOf(type, text));
    }

    /** One of a few texts. */
    @Nullable
    String word(String name, List<String> words) {
        return read(name, "one of " + words + " is needed", text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
    }

    /** Words with commas between them. */
    private <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        String words = "one or more of " + List.of(type.getEnumConstants()) + " are needed, with commas between them";
        Set<E> read = read(name, words, text -> {
            Set<E> some = EnumSet.noneOf(type);
            for (String word : text.split(",", -1)) {
                some.add(Enum.valueOf(type, word));
            }
            return some;
        });
        return read == null ? Set.of() : read;
    }

    /** A whole number from 1 on. */
    long number(String name, long otherwise, long most) {
        return number(name, otherwise, 1, most);
    }

    /** A whole number from 0 on. */
    long count(String name, long otherwise, long most) {
        return number(name, otherwise, 0, most);
    }

    private long number(String name, long otherwise, long least, long most) {
        Long number = read(name, "a whole number from " + least + " to " + most + " is needed", text -> {
            long value = Long.parseLong(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException(text);
            }
            return value;
        });
        return number == null ? otherwise : number;
    }

    /** @throws RefusedException naming every fault, and every parameter that was not read */
    void refuseOthers() throws RefusedException {
        for (String name : parameters.names()) {
            if (!asked.contains(name)) {
                faults.add(new Violation(
                        "/" + name,
                        "unknown parameter; known are "
                                + asked.stream().sorted().toList()));
            }
        }
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
    }

    @Nullable
    Boolean flag(String name) {
        return read(name, "true or false is needed", text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException(text);
            }
            return Boolean.valueOf(text);
        });
    }

    @Nullable
    String text(String name) {
        return read(name, "a text of 1 to " + LONGEST + " characters is needed", Function.identity());
    }

    @Nullable
    LocalDate day(String name) {
        return read(name, "a day such as 2026-03-10 is needed", LocalDate::parse);
    }

    /** The name of a dose level, however the number was written. */
    @Nullable
    String level(String name) {
        return read(
                name,
                "a dose level such as 3.0e8 is needed",
                text -> ScreeningWanted.levelName(text).orElseThrow(() -> new IllegalArgumentException(text)));
    }

    /** A moment with its offset, or a day of the site. */
    private @Nullable Instant moment(String name, int daysOn) {
        return read(name, "a day such as 2026-03-10, or a moment such as 2026-03-10T08:00:00Z is needed", text -> {
            Instant moment = text.length() > "2026-03-10".length()
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).plusDays(daysOn).atStartOfDay(site).toInstant();
            int year = moment.atZone(site).getYear();
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw new IllegalArgumentException(text);
            }
            return moment;
        });
    }

    private <T> @Nullable T read(String name, String needed, Function<String, T> reading) {
        asked.add(name);
        List<String> given = parameters.getAll(name);
        if (given.isEmpty()) {
            return null;
        }
        String text = given.get(0);
        try {
            if (given.size() == 1 && !text.isBlank() && text.length() <= LONGEST && !hasControls(text)) {
                return reading.apply(text);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // what is needed instead is said below
        }
        faults.add(new Violation("/" + name, given.size() > 1 ? "given more than once" : needed));
        return null;
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
