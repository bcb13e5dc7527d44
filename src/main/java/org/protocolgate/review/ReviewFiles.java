package org.protocolgate.review;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Cell;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Happened;

/** Lists of late entries and of changes as CSV files that a spreadsheet opens as they are. */
@Singleton
public final class ReviewFiles {

    private static final int PAGE = 500;

    private final TransactionOperations<Connection> transactions;
    private final LateBook late;
    private final ChangeBook changes;
    private final AuditLog audit;

    ReviewFiles(TransactionOperations<Connection> transactions, LateBook late, ChangeBook changes, AuditLog audit) {
        this.transactions = transactions;
        this.late = late;
        this.changes = changes;
        this.audit = audit;
    }

    /** A page of a list, by its number from 0 on. */
    private interface Paged<T> {
        List<T> page(int number);
    }

    /** Late entries; that they were asked for is in the log when this returns. */
    public byte[] late(LateWanted wanted, Actor actor) {
        record(actor, "LATE_ENTRIES", wanted.given());
        return file(
                "fact,participant,type,from,to,recordedAt,recordedBy,atLeast,atMost,correction,corrected",
                number -> late.list(wanted, PAGE, (long) PAGE * number),
                one -> row(
                        one.fact(),
                        one.participant(),
                        one.type(),
                        one.from(),
                        one.to(),
                        one.recordedAt(),
                        one.recordedBy(),
                        one.atLeast(),
                        one.atMost(),
                        one.correction(),
                        one.corrected()));
    }

    /** Changes after PROCEED; that they were asked for is in the log when this returns. */
    public byte[] changes(@Nullable String participant, Actor actor) {
        record(actor, "CHANGES", participant == null ? Map.of() : Map.of("participant", participant));
        return file(
                "participant,decision,gate,on,decidedAt,decidedBy,authorisation,change,fact,replacement,type,"
                        + "changedAt,changedBy,again,verdict,againAt",
                number -> changes.list(participant, PAGE, (long) PAGE * number),
                one -> row(
                        one.participant(),
                        one.decision(),
                        one.gate(),
                        one.on(),
                        one.decidedAt(),
                        one.decidedBy(),
                        one.authorisation(),
                        one.change(),
                        one.fact(),
                        one.replacement(),
                        one.type(),
                        one.changedAt(),
                        one.changedBy(),
                        one.again(),
                        one.verdict(),
                        one.againAt()));
    }

    private void record(Actor actor, String what, Map<String, String> filter) {
        transactions.executeWrite(status -> {
            audit.add(
                    Chain.SYSTEM,
                    actor,
                    Happened.of(Action.EXPORTED)
                            .came(what)
                            .with("format", "csv")
                            .with("filter", filter));
            return what;
        });
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static <T> byte[] file(String columns, Paged<T> list, Function<T, List<@Nullable Object>> row) {
        StringBuilder text = new StringBuilder(Cell.BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord((Object[]) columns.split(","));
            List<T> page;
            int number = 0;
            do {
                page = list.page(number++);
                for (T one : page) {
                    printer.printRecord(
                            row.apply(one).stream().map(cell -> Cell.of(cell == null ? null : cell.toString())));
                }
            } while (page.size() == PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
