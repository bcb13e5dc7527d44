package org.protocolgate.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Entry;
import org.protocolgate.telling.Telling;

/** An entry of the audit log as it is sent. */
@Serdeable
@Schema(name = "AuditEntry")
record AuditEntryView(
        @Schema(description = "UTC, by the server's clock.", example = "2026-03-10T00:12:30.123456Z")
        String time,

        @Schema(description = "The same moment in the site's zone.", example = "2026-03-10T08:12:30.123456+08:00")
        String siteTime,

        String user,
        String action,
        Map<String, Object> details,

        @Schema(description = "Identifier of the record it tells of.") @Nullable
        String record,

        String role,
        @Schema(example = "participant:CT-003") String chain,

        @Schema(description = "Number in the chain, from 1 on without a gap.")
        long seq,

        @Nullable String participant,
        @Nullable String level,
        @Nullable String criterion,
        @Nullable String rule,

        @Schema(description = "A criterion's status, or a decision's verdict.") @Nullable
        String status,

        @Nullable UUID decision,
        String hash,
        UUID id,

        @Schema(
                description = "What it tells, as a sentence; made when it is read, and not part of what is hashed.",
                example = "investigator authorised the infusion of CT-001 on 2026-03-10 with 3.0e8 cells.")
        String says) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A page, newest first unless asked otherwise. */
    @Serdeable
    @Schema(name = "AuditPage")
    record Page(
            List<AuditEntryView> entries,

            @Schema(
                    description =
                            "What to give as `before` (oldest first: as `after`) for the next page; null on the last.")
            @Nullable
            UUID next) {}

    static AuditEntryView of(Entry entry, ZoneId site, Locale language) {
        return new AuditEntryView(
                entry.at().toString(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(ZonedDateTime.ofInstant(entry.at(), site)),
                entry.username(),
                entry.action(),
                details(entry.details()),
                entry.record(),
                entry.role(),
                entry.chain(),
                entry.seq(),
                entry.participant(),
                entry.level(),
                entry.criterion(),
                entry.rule(),
                entry.status(),
                entry.decision(),
                entry.hash(),
                entry.id(),
                Telling.of(entry, language));
    }

    /** The same as a line to read: time at the site, user and sentence, with a tabulator between. */
    static String line(Entry entry, ZoneId site, Locale language) {
        ZonedDateTime time = ZonedDateTime.ofInstant(entry.at().truncatedTo(ChronoUnit.SECONDS), site);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) + "\t" + entry.username() + "\t"
                + Telling.of(entry, language) + "\n";
    }

    /** What somebody changed to be no JSON is shown as it stands. */
    private static Map<String, Object> details(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return Map.of("text", json);
        }
    }
}
