package org.protocolgate.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.PartialDate;

/**
 * A question that somebody asks those who keep the records.
 *
 * @param about what it is about: {@code participant}, {@code fact}, {@code decision} or {@code deviation}
 * @param subject a participant's code, or the identifier of the record
 * @param due the day by which an answer is wanted, if any
 */
public record SentQuery(
        String about, String subject, String text, @Nullable LocalDate due) {

    private static final int LONGEST = 10_000;
    private static final String PARTICIPANT = "participant";
    private static final List<String> SUBJECTS = List.of(PARTICIPANT, "fact", "decision", "deviation");

    /**
     * Reads a question: one of its subjects, a text, and perhaps a day.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentQuery read(byte[] json, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, zone);
        in.require("text");
        String text = in.text("text");
        if (text != null && text.length() > LONGEST) {
            in.fault("text", "at most " + LONGEST + " characters are expected");
        }
        PartialDate due = in.day("due");
        List<String> given = SUBJECTS.stream().filter(in::has).toList();
        if (given.size() != 1) {
            in.fault("", "exactly one of " + SUBJECTS + " is expected");
        }
        String about = given.isEmpty() ? PARTICIPANT : given.get(0);
        String subject = in.text(about);
        if (subject != null && !about.equals(PARTICIPANT) && !isIdentifier(subject)) {
            in.fault(about, "an identifier is expected");
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentQuery(
                about,
                Objects.requireNonNull(subject),
                Objects.requireNonNull(text),
                due == null ? null : due.latest());
    }

    private static boolean isIdentifier(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
