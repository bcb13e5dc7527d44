package org.protocolgate.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of entries as pieces of an NDJSON file, and the line that ends it. */
final class NdjsonPieces implements Iterator<byte[]> {

    private final Iterator<List<Entry>> pages;
    private final Filter filter;
    private final ZoneId site;
    private final ArrayNode heads = JsonNodeFactory.instance.arrayNode();
    private @Nullable Entry last;
    private long entries;
    private boolean ended;

    NdjsonPieces(Iterator<List<Entry>> pages, Filter filter, ZoneId site) {
        this.pages = pages;
        this.filter = filter;
        this.site = site;
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public byte[] next() {
        StringBuilder piece = new StringBuilder();
        if (pages.hasNext()) {
            for (Entry entry : pages.next()) {
                count(entry);
                piece.append(EntryLine.json(entry, site)).append('\n');
            }
        } else {
            ended = true;
            close();
            piece.append(end()).append('\n');
        }
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void count(Entry entry) {
        if (last != null && !last.chain().equals(entry.chain())) {
            close();
        }
        last = entry;
        entries++;
    }

    /** Notes the end of a chain. */
    private void close() {
        if (last != null) {
            heads.addArray().add(last.chain()).add(last.seq()).add(last.hash());
        }
    }

    private ObjectNode end() {
        ObjectNode end = JsonNodeFactory.instance.objectNode().put("entries", entries);
        end.set("heads", heads);
        filter.given().forEach(end.putObject("filter")::put);
        return end;
    }
}
