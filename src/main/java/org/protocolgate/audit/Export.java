package org.protocolgate.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.Locale;
import java.util.function.Function;

/** Writes entries out, chain by chain and oldest first, however many there are. */
@Singleton
public final class Export {

    private final TransactionOperations<Connection> transactions;
    private final AuditLog log;
    private final Stored stored;

    Export(TransactionOperations<Connection> transactions, AuditLog log, Stored stored) {
        this.transactions = transactions;
        this.log = log;
        this.stored = stored;
    }

    /** How it is written. */
    public enum Format {
        /** UTF-8 with a byte order mark, which makes Excel show Chinese. */
        CSV,
        /** One entry a line, with all that its hash covers, and a last line with their number and the ends of the chains. */
        NDJSON
    }

    /**
     * An export; that it was asked for is in the log when this returns.
     *
     * @param site the zone of the site, whose time stands beside UTC
     * @param says a sentence for an entry, the last column of CSV; NDJSON holds nothing but what is recorded
     * @return pieces of the file, made while they are taken, to be gone through once
     */
    public Iterable<byte[]> of(Filter filter, Format format, Actor actor, ZoneId site, Function<Entry, String> says) {
        Happened exported = Happened.of(Action.EXPORTED)
                .with("format", format.name().toLowerCase(Locale.ROOT))
                .with("filter", filter.given());
        transactions.executeWrite(status -> {
            log.add(Chain.SYSTEM, actor, exported);
            return null;
        });
        return () -> pieces(filter, format, site, says);
    }

    private Iterator<byte[]> pieces(Filter filter, Format format, ZoneId site, Function<Entry, String> says) {
        Walk entries = new Walk(stored, filter);
        return format == Format.CSV ? new CsvPieces(entries, site, says) : new NdjsonPieces(entries, filter, site);
    }
}
