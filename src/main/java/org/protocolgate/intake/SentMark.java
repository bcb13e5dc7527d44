package org.protocolgate.intake;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody looked at an entry of the audit log.
 *
 * @param hash that of the entry that was looked at
 */
public record SentMark(UUID entry, String hash, @Nullable String comment) {

    private static final int LONGEST = 10_000;

    /**
     * Reads a mark.
     *
     * @throws RefusedException naming every fault by its place
     */
    public static SentMark read(byte[] json) throws RefusedException {
        Faults faults = new Faults();
        ObjectIn in = ObjectIn.of(Json.read(json), "", faults, ZoneOffset.UTC);
        in.require("entry", "hash");
        String entry = in.text("entry");
        UUID id = entry == null ? null : identifier(entry);
        if (entry != null && id == null) {
            in.fault("entry", "an identifier is expected");
        }
        String hash = in.text("hash");
        if (hash != null && !hash.matches("[0-9a-f]{64}")) {
            in.fault("hash", "64 hexadecimal digits in small letters are expected");
        }
        String comment = in.text("comment");
        if (comment != null && comment.length() > LONGEST) {
            in.fault("comment", "at most " + LONGEST + " characters are expected");
        }
        in.refuseOthers();
        faults.refuseIfAny();
        return new SentMark(Objects.requireNonNull(id), Objects.requireNonNull(hash), comment);
    }

    private static @Nullable UUID identifier(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
