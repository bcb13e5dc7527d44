package org.protocolgate.digest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.alert.AlertSummary;
import org.protocolgate.alert.AlertView;
import org.protocolgate.alert.Severity;
import org.protocolgate.calendar.Appointment;

/**
 * What a digest says.
 *
 * @param due appointments of the days up to {@code until}
 * @param url where the service is reached, or empty
 */
record DigestMail(
        String study,
        LocalDate day,
        LocalDate until,
        ZoneId zone,
        AlertSummary.Standing alerts,
        List<Appointment> due,
        String url) {

    /** So many lines a part at most; the rest is counted. */
    static final int MOST = 200;

    private static final List<Severity> URGENT_FIRST = List.of(Severity.STOP, Severity.ACTION, Severity.INFO);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    boolean isEmpty() {
        return due.isEmpty()
                && alerts.resolved().all() == 0
                && alerts.open().values().stream().allMatch(part -> part.all() == 0);
    }

    /** The same for the same digest, however often it is sent. */
    String id(String recipient) {
        return "digest-"
                + UUID.nameUUIDFromBytes((study + " " + day + " " + recipient).getBytes(StandardCharsets.UTF_8));
    }

    String subject() {
        return study + " " + day + ": "
                + URGENT_FIRST.stream()
                        .map(severity -> open(severity).all() + " " + severity)
                        .collect(Collectors.joining(", "));
    }

    String body() {
        Stream<String> open = URGENT_FIRST.stream()
                .map(severity -> part(
                        severity.name(),
                        open(severity).first(),
                        open(severity).all(),
                        alert -> of(alert) + ", since " + minute(alert.raisedAt()) + standing(alert)));
        Stream<String> rest = Stream.of(
                part("Due until " + until, due.stream().limit(MOST).toList(), due.size(), DigestMail::of),
                part(
                        "Resolved since the last digest",
                        alerts.resolved().first(),
                        alerts.resolved().all(),
                        alert -> of(alert) + ", " + minute(alert.resolvedAt())),
                url.isEmpty() ? "" : url + "/alerts\n");
        return Stream.concat(open, rest).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private AlertSummary.Part open(Severity severity) {
        return Objects.requireNonNull(alerts.open().get(severity));
    }

    private static <T> String part(String title, List<T> first, long all, Function<T, String> line) {
        if (all == 0) {
            return "";
        }
        String more = all > first.size() ? "and " + (all - first.size()) + " more\n" : "";
        return title + " (" + all + ")\n"
                + first.stream().map(one -> line.apply(one) + "\n").collect(Collectors.joining())
                + more;
    }

    private static String of(AlertView alert) {
        return Stream.of(alert.participant(), alert.participant() == null ? alert.level() : null, alert.criterion())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining(" "))
                + " " + word(alert.cause())
                + (alert.due() == null ? "" : " (" + alert.due() + ")");
    }

    private static String of(Appointment one) {
        String days = one.from() + (one.until().equals(one.from()) ? "" : " to " + one.until());
        String criteria = one.criteria().isEmpty() ? "" : " " + String.join(", ", one.criteria());
        String gate = one.gate() == null ? "" : " (" + word(one.gate()) + ")";
        return days + " " + one.participant() + criteria + " " + word(one.kind()) + gate;
    }

    private static String standing(AlertView alert) {
        return alert.state() == AlertView.State.ACKNOWLEDGED ? ", acknowledged" : "";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(zone));
    }
}
