package org.protocolgate.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Adds to the audit log, always within the transaction of what is told. */
@Singleton
public final class AuditLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final Heads heads;
    private final Entries entries;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    AuditLog(Heads heads, Entries entries, Clock clock) {
        this.heads = heads;
        this.entries = entries;
        this.clock = clock;
    }

    /** Holds a chain until the present transaction ends, and takes the time. */
    public Chain hold(String name) {
        Head head = heads.hold(name).orElseGet(() -> begin(name));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant after = head.at().plus(1, ChronoUnit.MICROS);
        return new Chain(name, head.seq() > 0 && now.isBefore(after) ? after : now, head);
    }

    private Head begin(String name) {
        heads.begin(name, Link.BEGINNING, Instant.EPOCH);
        return heads.hold(name).orElseThrow();
    }

    /** Adds entries to a chain that is held. */
    public Chain add(Chain chain, Actor actor, List<Happened> happened) {
        List<Entry> added = new ArrayList<>(happened.size());
        long seq = chain.head().seq();
        String hash = chain.head().hash();
        Iterator<UUID> places = newIds(chain, happened.size()).iterator();
        for (Happened one : happened) {
            Entry entry = entry(places.next(), chain, ++seq, actor, one);
            hash = Link.hash(hash, entry);
            added.add(entry.hashed(hash));
        }
        entries.saveAll(added);
        heads.move(chain.name(), seq, hash, chain.at());
        return new Chain(chain.name(), chain.at(), new Head(chain.name(), seq, hash, chain.at()));
    }

    /** Adds entries to a chain that nothing else has to wait for. */
    public void add(String chain, Actor actor, Happened... happened) {
        add(hold(chain), actor, List.of(happened));
    }

    /** The number of the last entry that a chain had at a moment, or 0. */
    public long lastAt(String chain, Instant moment) {
        return entries.lastAt(chain, moment);
    }

    /** An identifier that sorts by time. */
    public UUID newId(Chain chain) {
        synchronized (ids) {
            return ids.construct(chain.at().toEpochMilli());
        }
    }

    /** Identifiers of which each sorts after the one before it; another one made in between could make them begin anew. */
    private List<UUID> newIds(Chain chain, int many) {
        synchronized (ids) {
            return Stream.generate(() -> newId(chain)).limit(many).toList();
        }
    }

    private Entry entry(UUID id, Chain chain, long seq, Actor actor, Happened one) {
        return new Entry(
                id,
                chain.name(),
                seq,
                chain.at(),
                actor.name(),
                actor.role(),
                one.action().name(),
                one.participant(),
                one.level(),
                one.criterion(),
                one.rule(),
                one.status(),
                one.decision(),
                one.record(),
                json(one.details()),
                "");
    }

    private static String json(Map<String, Object> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details that are no JSON", e);
        }
    }
}
