package org.protocolgate.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lasting;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Period;
import org.protocolgate.participant.Procedure;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.StudyParticipation;
import org.protocolgate.participant.Vaccination;
import org.protocolgate.protocol.Limits;
import org.protocolgate.protocol.ProtocolVersion;

/** The six windows by hand, as somebody would write them who wants nothing but their answers: what no engine can undercut. */
final class Floor {

    static final List<String> CRITERIA = List.of("EXC-10", "EXC-12", "EXC-13", "EXC-14", "EXC-16", "EXC-18");

    /** What is found of one criterion. */
    record Found(Status status, List<Fact> facts) {}

    private final Limits limits;
    private final LocalDate today;
    private final List<Taken> drugs = new ArrayList<>();
    private final List<Vaccination> vaccinations = new ArrayList<>();
    private final List<Procedure> surgeries = new ArrayList<>();
    private final List<StudyParticipation> studies = new ArrayList<>();
    private final List<Review> reviews = new ArrayList<>();
    private final List<Fact> consents = new ArrayList<>();
    private final List<Fact> starts = new ArrayList<>();
    private @Nullable PartialDate consent;
    private @Nullable PartialDate screening;

    private Floor(Limits limits, LocalDate today) {
        this.limits = limits;
        this.today = today;
    }

    /** Sorts a dossier by what the windows look at. */
    static Floor open(Dossier dossier, LocalDate today, ProtocolVersion version) {
        Floor floor = new Floor(version.limits(), today);
        for (Fact fact : dossier.facts()) {
            if (fact instanceof Dated dated && dated.liesAfter(today)) {
                continue;
            }
            floor.sort(fact instanceof Lasting lasting ? lasting.asOf(today) : fact, version);
        }
        return floor;
    }

    private void sort(Fact fact, ProtocolVersion version) {
        if (fact instanceof org.protocolgate.participant.Drug drug) {
            drugs.add(Taken.of(drug, version.terminology()));
        } else if (fact instanceof Vaccination vaccination) {
            if (!vaccination.period().earliestStart().isAfter(today)) {
                vaccinations.add(vaccination);
            }
        } else if (fact instanceof Procedure procedure) {
            if (procedure.kind() == Procedure.Kind.MAJOR_SURGERY && !procedure.planned()) {
                surgeries.add(procedure);
            }
        } else if (fact instanceof StudyParticipation study) {
            if (!version.study().equals(study.study())) {
                studies.add(study);
            }
        } else if (fact instanceof Review review) {
            reviews.add(review);
        } else if (fact instanceof Consent given) {
            consents.add(given);
            if (consent == null || given.on().lastMoment().isBefore(consent.lastMoment())) {
                consent = given.on();
            }
        } else if (fact instanceof Milestone milestone && milestone.kind() == Milestone.Kind.SCREENING_STARTED) {
            starts.add(milestone);
            screening = milestone.on();
        }
    }

    /** The answers for an infusion on a day, in the order of {@link #CRITERIA}. */
    List<Found> on(LocalDate day) {
        LocalDate consented = consent == null || !consent.isFull() ? null : consent.latest();
        LocalDate started =
                screening == null || !screening.isFull() || screening.latest().isAfter(day) ? null : screening.latest();
        return List.of(
                started == null
                        ? new Found(Status.UNKNOWN, starts)
                        : drug("B_CELL_TARGETED", limits.span("EXC-10.washout").before(started), day),
                drug("T_CELL_IMMUNOSUPPRESSANT", limits.span("EXC-12.washout").before(day), day),
                drug("JAK_INHIBITOR", limits.span("EXC-13.washout").before(day), day),
                started == null
                        ? new Found(Status.UNKNOWN, starts)
                        : vaccine(limits.span("EXC-14.window").before(started), day),
                consented == null
                        ? new Found(Status.UNKNOWN, consents)
                        : surgery(limits.span("EXC-16.window").before(consented), day),
                started == null ? new Found(Status.UNKNOWN, starts) : study(started, day));
    }

    private Found drug(String drugClass, LocalDate from, LocalDate to) {
        List<Fact> sure = new ArrayList<>(2);
        List<Fact> perhaps = new ArrayList<>(2);
        for (Taken taken : drugs) {
            if (taken.mayBe(drugClass)) {
                sort(taken.drug(), taken.drug().period(), taken.readable(), from, to, sure, perhaps);
            }
        }
        return found(sure, perhaps, Review.Topic.MEDICATION, to);
    }

    private Found vaccine(LocalDate from, LocalDate to) {
        List<Fact> sure = new ArrayList<>(2);
        List<Fact> perhaps = new ArrayList<>(2);
        for (Vaccination vaccination : vaccinations) {
            Vaccination.Kind kind = vaccination.kind();
            if (kind == null
                    || kind == Vaccination.Kind.LIVE_ATTENUATED
                    || kind == Vaccination.Kind.INACTIVATED
                    || kind == Vaccination.Kind.RNA) {
                sort(vaccination, vaccination.period(), kind != null, from, to, sure, perhaps);
            }
        }
        return found(sure, perhaps, Review.Topic.VACCINATION, to);
    }

    private Found surgery(LocalDate from, LocalDate to) {
        List<Fact> sure = new ArrayList<>(2);
        List<Fact> perhaps = new ArrayList<>(2);
        for (Procedure surgery : surgeries) {
            sort(surgery, surgery.period(), true, from, to, sure, perhaps);
        }
        return found(sure, perhaps, Review.Topic.PROCEDURE, to);
    }

    private Found study(LocalDate started, LocalDate to) {
        LocalDate from = limits.span("EXC-18.window").before(started);
        BigDecimal halfLives = limits.number("EXC-18.half-lives");
        List<Fact> sure = new ArrayList<>(2);
        List<Fact> perhaps = new ArrayList<>(2);
        for (StudyParticipation study : studies) {
            PartialDate dose = study.lastDose();
            BigDecimal halfLife = study.halfLifeDays();
            if (dose == null || halfLife == null || study.noProduct()) {
                sort(study, study.period(), true, from, to, sure, perhaps);
                if (!study.noProduct() && !sure.contains(study) && !perhaps.contains(study)) {
                    perhaps.add(study);
                }
                continue;
            }
            long days = halfLives
                    .multiply(halfLife)
                    .setScale(0, RoundingMode.CEILING)
                    .longValueExact();
            if (study.period().surelyTouches(from, to)
                    || !dose.earliest().plusDays(days).isBefore(started)) {
                sure.add(study);
            } else if (study.period().perhapsTouches(from, to)
                    || !dose.latest().plusDays(days).isBefore(started)) {
                perhaps.add(study);
            }
        }
        return found(sure, perhaps, Review.Topic.STUDY_PARTICIPATION, to);
    }

    private static void sort(
            Fact fact,
            Period period,
            boolean known,
            LocalDate from,
            LocalDate to,
            List<Fact> sure,
            List<Fact> perhaps) {
        if (known && period.surelyTouches(from, to)) {
            sure.add(fact);
        } else if (period.perhapsTouches(from, to)) {
            perhaps.add(fact);
        }
    }

    private Found found(List<Fact> sure, List<Fact> perhaps, Review.Topic topic, LocalDate to) {
        if (!sure.isEmpty()) {
            return new Found(Status.NOT_MET, sure);
        }
        return perhaps.isEmpty() ? absent(topic, to) : new Found(Status.UNKNOWN, perhaps);
    }

    private Found absent(Review.Topic topic, LocalDate to) {
        Review last = null;
        for (Review review : reviews) {
            if (review.topics().contains(topic)
                    && (last == null
                            || last.on().earliest().isBefore(review.on().earliest()))) {
                last = review;
            }
        }
        if (last == null) {
            return new Found(Status.UNKNOWN, List.of());
        }
        boolean reaches = !last.on().earliest().isBefore(to);
        Status otherwise = today.isAfter(to) ? Status.UNKNOWN : Status.PROVISIONAL;
        return new Found(reaches ? Status.MET : otherwise, List.of(last));
    }
}
