package org.protocolgate.audit;

import static org.protocolgate.audit.Fault.What.CHANGED;
import static org.protocolgate.audit.Fault.What.INSERTED;
import static org.protocolgate.audit.Fault.What.REMOVED;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Seal.SealedHead;

/** Checks an export in NDJSON, from the file alone. In memory is a line, and of each chain where it ends. */
public final class FileVerification {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Map<String, SealedHead> sealed = new HashMap<>();
    private final Map<String, ChainCheck> chains = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private Map<String, String> filter = Map.of();
    private long entries;

    private FileVerification(@Nullable Seal kept) {
        if (kept != null) {
            sealed.putAll(kept.ends());
        }
    }

    /**
     * Checks a file.
     *
     * @param kept a seal that was kept elsewhere, or null
     * @throws IOException when the file cannot be read
     */
    public static Verified verify(Path file, @Nullable Seal kept) throws IOException {
        FileVerification verification = new FileVerification(kept);
        JsonNode end = end(file);
        end.path("filter").fields().forEachRemaining(asked -> verification.filter(asked.getKey(), asked.getValue()));
        try (BufferedReader lines = lines(file)) {
            verification.follow(lines);
        }
        verification.close(end);
        return verification.verified();
    }

    private void filter(String name, JsonNode value) {
        Map<String, String> more = new LinkedHashMap<>(filter);
        more.put(name, value.asText());
        filter = more;
    }

    /** The last line, which says what the others are. */
    private static JsonNode end(Path file) throws IOException {
        String last = "";
        try (BufferedReader lines = lines(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        try {
            return JSON.readTree(last);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private void follow(BufferedReader lines) throws IOException {
        long number = 1;
        String line = lines.readLine();
        while (line != null) {
            String next = lines.readLine();
            if (next != null || !isEnd(line)) {
                add(line, number);
            }
            line = next;
            number++;
        }
    }

    private void add(String line, long number) {
        try {
            Entry entry = EntryLine.read(JSON.readTree(line));
            chains.computeIfAbsent(entry.chain(), chain -> new ChainCheck(chain, !filter.isEmpty(), sealed.get(chain)))
                    .add(entry);
            entries++;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            if (faults.isEmpty()) {
                faults.add(new Fault(
                        Fault.FILE, number, CHANGED, "Line " + number + " is not an entry as it was exported."));
            }
        }
    }

    private void close(JsonNode end) {
        boolean ended = end.path("heads").isArray();
        if (!ended) {
            faults.add(new Fault(Fault.FILE, null, REMOVED, "The file is cut off: its last line is missing."));
        }
        Map<String, SealedHead> heads = Seal.ends(end.path("heads"));
        heads.keySet().forEach(this::miss);
        if (filter.isEmpty()) {
            sealed.keySet().forEach(this::miss);
        }
        chains.forEach((chain, check) -> close(chain, check, heads.get(chain), ended));
        boolean told = !ended || end.path("entries").asLong(-1) == entries;
        if (!told && chains.values().stream().allMatch(check -> check.fault() == null)) {
            String says = "The file holds " + entries + " entries, and its last line names another number.";
            faults.add(new Fault(Fault.FILE, null, CHANGED, says));
        }
    }

    private static void close(String chain, ChainCheck check, @Nullable SealedHead head, boolean ended) {
        if (head != null) {
            check.end(head.seq(), head.hash(), null);
            return;
        }
        check.end();
        if (ended) {
            String says = "All of " + chain + " was inserted: the last line does not name it.";
            check.note(new Fault(chain, 1L, INSERTED, says));
        }
    }

    /** A chain of which not an entry is left shows because the last line names it, or the seal. */
    private void miss(String chain) {
        chains.computeIfAbsent(chain, missing -> new ChainCheck(missing, !filter.isEmpty(), sealed.get(missing)));
    }

    private Verified verified() {
        long loose = 0;
        for (ChainCheck check : chains.values()) {
            loose += check.loose();
            Fault fault = check.fault();
            if (fault != null) {
                faults.add(fault);
            }
        }
        return Verified.of(chains.size(), entries, loose, filter, faults);
    }

    private static boolean isEnd(String line) {
        return line.startsWith("{\"entries\":");
    }

    /** Bytes that are no UTF-8 become a sign that no hash agrees with. */
    private static BufferedReader lines(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }
}
