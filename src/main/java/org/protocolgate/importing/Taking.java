package org.protocolgate.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.ImportReport.Did;
import org.protocolgate.importing.ImportReport.Line;
import org.protocolgate.importing.ImportReport.Outcome;
import org.protocolgate.importing.ImportReport.Taken;

/** Takes records one after another, each in the light of what was taken of it before. */
final class Taking {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final String participant;
    private final String system;
    private final Map<String, Map<Integer, Earlier>> earlier = new HashMap<>();
    private final Hand hand;
    private final List<ImportSource> sources = new ArrayList<>();
    private final List<ImportCorrection> corrections = new ArrayList<>();

    Taking(String participant, String system, List<Earlier> before, Hand hand) {
        this.participant = participant;
        this.system = system;
        this.hand = hand;
        before.forEach(one -> earlier.computeIfAbsent(one.sourceRecord(), r -> new TreeMap<>())
                .put(one.ordinal(), one));
    }

    List<ImportSource> sources() {
        return sources;
    }

    List<ImportCorrection> corrections() {
        return corrections;
    }

    Line take(Readable one) {
        Map<Integer, Earlier> before = earlier.getOrDefault(one.record(), Map.of());
        return switch (one.kind()) {
            case TAKE_BACK -> takeBack(one, before);
            case SKIP, REFUSE, TAKE_BACK_ALL, AMEND -> leave(one, before);
            case TAKE, DOUBT -> one.facts().isEmpty() ? leave(one, before) : take(one, before);
        };
    }

    private Line take(Readable one, Map<Integer, Earlier> before) {
        List<Taken> taken = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(one.remarks());
        boolean doubt = one.kind() == Reading.Kind.DOUBT;
        for (int i = 0; i < one.facts().size(); i++) {
            Readable.Part part = one.facts().get(i);
            Earlier old = before.get(i);
            if (old == null || old.withdrawn() && old.bySource()) {
                taken.add(taken(Did.RECORDED, noted(one, i, part, hand.record(part.fact())), part));
            } else if (old.digest().equals(part.digest())) {
                taken.add(taken(Did.UNCHANGED, old.fact(), part));
            } else if (old.isCorrectedByHand()) {
                doubt = true;
                remarks.add(Remark.of("changed at its source; what was taken of it before, fact " + old.fact()
                        + ", was corrected by a person since and stays so: compare the two"));
            } else {
                corrections.add(new ImportCorrection(old.fact()));
                UUID by = hand.correct(old.fact(), part.fact(), "changed at its source: " + one.record());
                remarks.add(Remark.of("changed at its source: fact " + old.fact() + " is corrected"));
                taken.add(taken(Did.CORRECTED, noted(one, i, part, by), part));
            }
        }
        for (Earlier old : before.values()) {
            if (old.ordinal() >= one.facts().size() && old.counts()) {
                taken.add(withdrawn(old, "no longer said by its source: " + one.record()));
            }
        }
        boolean nothing = !taken.isEmpty() && taken.stream().allMatch(t -> t.did() == Did.UNCHANGED);
        if (nothing && !(doubt && taken.size() < one.facts().size())) {
            remarks.add(0, Remark.of("was taken over before and has not changed"));
            return line(one, Outcome.SKIPPED, taken, remarks);
        }
        return line(one, doubt ? Outcome.DOUBTFUL : Outcome.TAKEN, taken, remarks);
    }

    /** What was taken before stands until its source says what is true instead. */
    private static Line leave(Readable one, Map<Integer, Earlier> before) {
        List<Remark> remarks = new ArrayList<>(one.remarks());
        boolean stands = before.values().stream().anyMatch(Earlier::counts);
        if (stands && !one.record().startsWith("content ")) {
            remarks.add(Remark.of("what was taken of it before stays as it is; correct it by hand where it is wrong"));
        }
        boolean skipped = one.kind() == Reading.Kind.SKIP && !stands;
        return line(one, skipped ? Outcome.SKIPPED : Outcome.DOUBTFUL, List.of(), remarks);
    }

    private Line takeBack(Readable one, Map<Integer, Earlier> before) {
        List<Taken> taken = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>(one.remarks());
        for (Earlier old : before.values()) {
            if (old.counts()) {
                String why = one.remarks().isEmpty()
                        ? "taken back by its source"
                        : one.remarks().get(0).text();
                taken.add(withdrawn(old, why + ": " + one.record()));
            } else if (old.isCorrectedByHand() && !old.withdrawn()) {
                remarks.add(Remark.of("what was taken of it before, fact " + old.fact()
                        + ", was corrected by a person since: withdraw the correction where it is wrong"));
                return line(one, Outcome.DOUBTFUL, taken, remarks);
            }
        }
        return line(one, taken.isEmpty() ? Outcome.SKIPPED : Outcome.TAKEN, taken, remarks);
    }

    private Taken withdrawn(Earlier old, String reason) {
        corrections.add(new ImportCorrection(old.fact()));
        hand.withdraw(old.fact(), reason);
        return new Taken(old.fact(), Did.WITHDRAWN, Map.of());
    }

    private @Nullable UUID noted(Readable one, int ordinal, Readable.Part part, @Nullable UUID fact) {
        if (fact != null) {
            sources.add(new ImportSource(
                    fact,
                    participant,
                    system,
                    one.record(),
                    ordinal,
                    one.reading().version(),
                    part.digest()));
        }
        return fact;
    }

    private static Taken taken(Did did, @Nullable UUID id, Readable.Part part) {
        return new Taken(id, did, JSON.convertValue(part.body(), OBJECT));
    }

    private static Line line(Readable one, Outcome outcome, List<Taken> taken, List<Remark> remarks) {
        return new Line(
                one.reading().place(), one.reading().record(), outcome, List.copyOf(taken), List.copyOf(remarks));
    }
}
