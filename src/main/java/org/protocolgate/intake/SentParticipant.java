package org.protocolgate.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Participant;

/**
 * Who a participant is, as it was sent to be kept.
 *
 * @param body the text of it
 * @param reason why it is changed
 */
public record SentParticipant(
        Participant participant, String body, @Nullable String reason) {

    /** A code has neither blanks nor letters beyond ASCII, so that it is hardly somebody's name. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Whether a text can be the code of a participant. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /**
     * Reads the attributes of the participant with this code.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentParticipant read(byte[] json, String code, ZoneId zone) throws RefusedException {
        Faults faults = new Faults();
        if (!isCode(code)) {
            faults.add("/id", "a code is expected: up to 64 letters, digits, dots, hyphens and underscores");
        }
        JsonNode sent = Json.read(json);
        String reason = null;
        if (sent instanceof ObjectNode object) {
            JsonNode id = object.get("id");
            if (id != null && !id.asText().equals(code)) {
                faults.add("/id", "differs from the code in the address");
            }
            ObjectIn envelope = ObjectIn.of(object, "", faults, zone);
            reason = envelope.text("reason");
            object.remove("reason");
            object.put("id", code);
        }
        Participant participant = ParticipantIn.read(ObjectIn.of(sent, "", faults, zone));
        faults.refuseIfAny();
        return new SentParticipant(Objects.requireNonNull(participant), sent.toString(), reason);
    }

    /** Reads a participant from the text that was kept. */
    public static Participant kept(String body, ZoneId zone) {
        Faults faults = new Faults();
        try {
            Participant read =
                    ParticipantIn.read(ObjectIn.of(Json.read(body.getBytes(StandardCharsets.UTF_8)), "", faults, zone));
            faults.refuseIfAny();
            return Objects.requireNonNull(read);
        } catch (RefusedException e) {
            throw new IllegalStateException("a participant can no longer be read: " + e.getMessage(), e);
        }
    }
}
