package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Assessment;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Judgement;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Participant;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Tables;

/** Laboratory results, measurements, scores and judgements: of each kind the latest within a range of days. */
final class Results {

    private final Participant participant;
    private final Tables tables;
    private final Map<Lab.Test, List<Lab>> labs = new EnumMap<>(Lab.Test.class);
    private final Map<Vital.Kind, List<Vital>> vitals = new EnumMap<>(Vital.Kind.class);
    private final Map<Assessment.Kind, List<Assessment>> assessments = new EnumMap<>(Assessment.Kind.class);
    private final Map<String, List<Judgement>> judgements = new HashMap<>();

    Results(Participant participant, List<Fact> facts, Tables tables) {
        this.participant = participant;
        this.tables = tables;
        for (Fact fact : facts) {
            if (fact instanceof Lab lab) {
                labs.computeIfAbsent(lab.test(), test -> new ArrayList<>()).add(lab);
            } else if (fact instanceof Vital vital) {
                vitals.computeIfAbsent(vital.kind(), kind -> new ArrayList<>()).add(vital);
            } else if (fact instanceof Assessment assessment) {
                assessments
                        .computeIfAbsent(assessment.kind(), kind -> new ArrayList<>())
                        .add(assessment);
            } else if (fact instanceof Judgement judgement && judgement.excludes() != null) {
                judgements
                        .computeIfAbsent(judgement.criterion(), id -> new ArrayList<>())
                        .add(judgement);
            }
        }
    }

    Result latest(Lab.Test test, Window window) {
        return new Result(Latest.of(labs.getOrDefault(test, List.of()), window.from(), window.to()));
    }

    Measurement latest(Vital.Kind kind, Window window) {
        return new Measurement(latestVital(kind, null, window.from(), window.to()), unitOf(kind));
    }

    /** The latest measurement by one method alone; those by another, or by none that is named, do not count. */
    Measurement latest(Vital.Kind kind, String method, Window window) {
        return new Measurement(latestVital(kind, method, window.from(), window.to()), unitOf(kind));
    }

    Score sledai(Window window) {
        return new Score(latest(Assessment.Kind.SLEDAI_2K, window), tables.table("sledai-2k"));
    }

    Classification classification(Window window) {
        return new Classification(latest(Assessment.Kind.EULAR_ACR_2019, window), tables.table("eular-acr-2019"));
    }

    OrganInvolvement organs(Window window) {
        return new OrganInvolvement(latest(Assessment.Kind.ORGAN_INVOLVEMENT, window));
    }

    /** Creatinine clearance by the latest creatinine of the window and the latest weight up to it. */
    Clearance clearance(Window window) {
        Latest<Lab> creatinine =
                Latest.of(labs.getOrDefault(Lab.Test.CREATININE, List.of()), window.from(), window.to());
        Lab lab = creatinine.value();
        Latest<Vital> weight = lab == null
                ? new Latest<>(Latest.State.NONE, null, List.of())
                : latestVital(Vital.Kind.WEIGHT, null, LocalDate.MIN, lab.on().latest());
        return new Clearance(participant, creatinine, weight, tables);
    }

    /** The latest judgement on a criterion that answers, within a window. */
    Opinion judgement(String criterion, Window window) {
        return new Opinion(Latest.of(judgements.getOrDefault(criterion, List.of()), window.from(), window.to()));
    }

    /** The next day after {@code day} from which a record more may count, or null where none is recorded. */
    @Nullable
    LocalDate nextRecordAfter(LocalDate day) {
        return Stream.of(labs.values(), assessments.values(), judgements.values())
                .flatMap(Collection::stream)
                .<Dated>flatMap(List::stream)
                .flatMap(r -> Stream.of(r.on().earliest(), r.on().latest()))
                .filter(d -> d.isAfter(day))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** Results after a window that are worse than the latest in it. */
    List<Fact> worseAfter(Window window) {
        return Worsening.after(window, labs, vitals, tables);
    }

    private Latest<Assessment> latest(Assessment.Kind kind, Window window) {
        return Latest.of(assessments.getOrDefault(kind, List.of()), window.from(), window.to());
    }

    private Latest<Vital> latestVital(Vital.Kind kind, @Nullable String method, LocalDate from, LocalDate to) {
        List<Vital> ofKind = vitals.getOrDefault(kind, List.of());
        List<Vital> measured = method == null
                ? ofKind
                : ofKind.stream().filter(v -> method.equals(v.method())).toList();
        return Latest.of(measured, from, to);
    }

    private static String unitOf(Vital.Kind kind) {
        return kind == Vital.Kind.WEIGHT ? "kg" : "%";
    }
}
