package org.protocolgate.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Allergy;
import org.protocolgate.participant.Cohort;
import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.Dated;
import org.protocolgate.participant.DoseAssignment;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Lasting;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.StudyParticipation;
import org.protocolgate.participant.Vaccination;
import org.protocolgate.protocol.ProtocolVersion;

/** A dossier as seen on the day of asking, in the words of the rules: what stays the same whichever day is tried. */
final class Chart {

    private final Dossier dossier;
    private final @Nullable Cohort cohort;
    private final List<Fact> seen;
    private final List<DrugExposure> drugs;
    private final Equivalence equivalence;
    private final Results results;
    private final Agreements agreements;
    private final Steps steps;
    private final Peers peers;
    private final List<Object> vocabulary;

    Chart(Dossier dossier, @Nullable Cohort cohort, LocalDate today, ProtocolVersion version) {
        this.dossier = dossier;
        this.cohort = cohort;
        seen = dossier.facts().stream()
                .filter(fact -> !liesAhead(fact, today))
                .map(fact -> fact instanceof Lasting lasting ? lasting.asOf(today) : fact)
                .toList();
        drugs = of(Drug.class)
                .map(drug -> DrugExposure.of(drug, version.terminology()))
                .toList();
        equivalence = new Equivalence(version.tables());
        results = new Results(dossier.participant(), seen, version.tables());
        agreements = new Agreements(of(Agreement.class).toList());
        steps = new Steps(seen, today);
        peers = new Peers(cohort, dossier.participant().id(), steps.infusionEnded(), today);
        vocabulary = vocabulary(version);
    }

    private static boolean liesAhead(Fact fact, LocalDate today) {
        if (fact instanceof Dated dated) {
            return dated.liesAfter(today);
        }
        boolean happens = fact instanceof Vaccination || fact instanceof Allergy;
        return happens && ((Lasting) fact).period().earliestStart().isAfter(today);
    }

    /** What the rules can speak of. */
    List<Object> vocabulary() {
        return vocabulary;
    }

    private List<Object> vocabulary(ProtocolVersion version) {
        List<Object> words = new ArrayList<>(List.of(
                dossier.participant(),
                new Consents(of(Consent.class).toList(), dossier.participant()),
                new DiseaseOnset(of(Condition.class)
                        .filter(c -> c.kind() == Condition.Kind.SLE)
                        .toList()),
                new Reviews(of(Review.class).toList()),
                new Steroids(drugs, equivalence, true),
                new Steroids(drugs, equivalence, false),
                new Combination(drugs),
                new ContraceptiveCoverage(of(Contraception.class).toList(), version.tables()),
                new Plausibility(seen, version.tables()),
                new DoseLevels(cohort)));
        words.addAll(drugs);
        withdrawals().forEach(words::add);
        of(Lab.class)
                .filter(lab -> lab.test() == Lab.Test.HCG_SERUM)
                .map(PregnancyTest::new)
                .forEach(words::add);
        of(StudyParticipation.class)
                .filter(p -> !version.study().equals(p.study()))
                .map(OtherStudy::new)
                .forEach(words::add);
        of(Allergy.class)
                .map(allergy -> AllergyHistory.of(allergy, version.terminology()))
                .forEach(words::add);
        seen.stream()
                .filter(fact -> !(fact instanceof Drug || fact instanceof Lab || fact instanceof Review))
                .forEach(words::add);
        return List.copyOf(words);
    }

    private Stream<Withdrawal> withdrawals() {
        Stream<Withdrawal> ofConsent = of(Consent.class)
                .filter(consent -> consent.withdrawnOn() != null)
                .map(consent -> new Withdrawal(consent.withdrawnOn(), consent));
        Stream<Withdrawal> ofStudy = of(Milestone.class)
                .filter(m -> m.kind() == Milestone.Kind.WITHDRAWN)
                .map(m -> new Withdrawal(m.on(), m));
        return Stream.concat(ofConsent, ofStudy);
    }

    Results results() {
        return results;
    }

    /** What the rules can speak of for the day that is tried. */
    List<Object> vocabulary(Asking asking) {
        List<Object> words = new ArrayList<>();
        words.add(new GateDay(asking, agreements));
        of(Condition.class).map(condition -> new Episode(condition, asking)).forEach(words::add);
        Assignment assignment = new Assignment(of(DoseAssignment.class).toList(), asking.day(), cohort);
        words.add(assignment);
        words.add(peers.placesOf(assignment));
        BigDecimal level = assignment.getLevel();
        if (level != null && peers.isKnown()) {
            words.add(peers.sentinelOf(level, assignment));
        }
        return words;
    }

    /** What the rules can speak of once the start of screening is known. */
    List<Object> vocabulary(Screening screening) {
        return List.of(
                new Background(drugs, equivalence, screening),
                new DayBeforeScreening(drugs, equivalence, screening.getDayBefore()));
    }

    /** The days from which is counted. */
    Steps steps() {
        return steps;
    }

    private <T extends Fact> Stream<T> of(Class<T> kind) {
        return seen.stream().filter(kind::isInstance).map(kind::cast);
    }
}
