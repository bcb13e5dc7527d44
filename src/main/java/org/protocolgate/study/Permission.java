package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Verdict;
import org.protocolgate.dosing.LevelName;
import org.protocolgate.intake.SentAuthorisation;
import org.protocolgate.intake.SentQuestion;
import org.protocolgate.participant.Milestone;
import org.protocolgate.protocol.Gate;

/** Whether a decision permits an infusion: it has to, and it still has to by all that was recorded since. */
@Singleton
final class Permission {

    private final Knowledge knowledge;
    private final Inquests inquests;
    private final Authorisations authorisations;
    private final AuthorisationEnds ends;
    private final Answers answers;

    Permission(
            Knowledge knowledge,
            Inquests inquests,
            Authorisations authorisations,
            AuthorisationEnds ends,
            Answers answers) {
        this.knowledge = knowledge;
        this.inquests = inquests;
        this.authorisations = authorisations;
        this.ends = ends;
        this.answers = answers;
    }

    /**
     * What is permitted, while all levels and the participant's chain are held.
     *
     * @throws RefusedAuthorisationException where it is not
     */
    Permit of(Made made, SentAuthorisation sent, Writing.Held held, Locale language) {
        Enrolled enrolled = knowledge.enrolledRightly(made.participant());
        Chain chain = held.chain();
        ZoneId zone = Inquests.zone(enrolled, held.rulebook());
        LocalDate today = LocalDate.ofInstant(chain.at(), zone);
        refuseIfOfAnother(made, today);
        Inquest inquest =
                inquests.now(enrolled, Gate.INFUSION, SentQuestion.keptDay(made.gateDay()), chain, held.rulebook());
        Decision now = inquest.decide();
        if (now.verdict() != Verdict.PROCEED) {
            List<Standing> standing = Standing.of(now, language);
            throw new RefusedAuthorisationException(
                    "by what is recorded now the answer is " + now.verdict() + ", not PROCEED: "
                            + String.join(
                                    ", ", standing.stream().map(Standing::id).toList()),
                    standing);
        }
        refuseIfOlder(made, inquest);
        if (!inquest.version().ruleSet().equals(made.ruleSet())) {
            throw refused("the decision was made under other rules than those of now; ask again");
        }
        refuseIfGiven(made, today);
        Dose dose = dose(inquest);
        refuseIfSignedOtherwise(sent, made.participant(), today, dose.level());
        String answer = answers.findByDecisionAndLanguage(made.id(), Locale.ENGLISH.toLanguageTag())
                .map(Answer::body)
                .orElseThrow();
        return new Permit(
                made.participant(),
                today,
                made.gateDay(),
                dose.level(),
                dose.cells(),
                made.id(),
                Digest.of(answer),
                made.ruleSet());
    }

    private static void refuseIfOfAnother(Made made, LocalDate today) {
        if (!made.gate().equals(Gate.INFUSION.name())) {
            throw refused("only a decision on the infusion can be authorised; this is one on " + made.gate());
        } else if (made.asKnownAt() != null) {
            throw refused("the decision is about what was known at " + made.asKnownAt() + ", not about what is known");
        } else if (!SentQuestion.keptDay(made.gateDay()).latest().equals(today)) {
            throw refused("the decision is for " + made.gateDay() + ", and it is " + today + " at the site");
        }
    }

    private static void refuseIfOlder(Made made, Inquest now) {
        if (!made.verdict().equals(Verdict.PROCEED.name())) {
            throw refused(
                    "the decision is " + made.verdict() + "; by what is recorded now it would be PROCEED: ask again");
        }
        Map<String, Long> then = DecisionBook.known(made);
        if (now.known().newestRecord() > then.getOrDefault(made.participant(), 0L)) {
            throw refused("something was recorded of " + made.participant() + " since the decision; ask again");
        }
        now.cohort().facts().forEach((code, seq) -> {
            boolean concerned = then.containsKey(code) || now.cohort().known().containsKey(code);
            if (concerned && !code.equals(made.participant()) && seq > then.getOrDefault(code, 0L)) {
                throw refused("something was recorded of " + code + " since the decision; ask again");
            }
        });
    }

    private void refuseIfGiven(Made made, LocalDate today) {
        if (authorisations.findByDecision(made.id()).isPresent()) {
            throw refused("this decision was used for an authorisation before; ask again");
        }
        for (Authorised given : authorisations.ofParticipant(made.participant())) {
            if (given.permit().on().equals(today) && ends.findById(given.id()).isEmpty()) {
                throw refused("an authorisation for today is open already: " + given.id());
            }
        }
    }

    private static Dose dose(Inquest inquest) {
        inquest.dossier().facts().stream()
                .filter(fact -> fact instanceof Milestone step && step.ofInfusion())
                .findFirst()
                .ifPresent(fact -> {
                    throw refused("an infusion of this participant was recorded already");
                });
        Dose dose = Dose.assigned(inquest);
        if (dose == null) {
            throw refused("no dose level is assigned");
        }
        return dose;
    }

    private static void refuseIfSignedOtherwise(
            SentAuthorisation sent, String participant, LocalDate today, String level) {
        if (!sent.participant().equals(participant)
                || !sent.on().equals(today)
                || !LevelName.of(sent.level()).equals(level)) {
            throw refused("signed was " + sent.participant() + " on " + sent.on() + " with "
                    + LevelName.of(sent.level()) + "; the decision is about " + participant + " on " + today + " with "
                    + level);
        }
    }

    private static RefusedAuthorisationException refused(String why) {
        return new RefusedAuthorisationException(why, List.of());
    }
}
