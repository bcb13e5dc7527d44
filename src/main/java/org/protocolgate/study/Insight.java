package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Decision;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.ServedRules;

/** Asks about a stored participant without keeping anything: for those who look, and for "what if". */
@Singleton
public final class Insight {

    private final TransactionOperations<Connection> transactions;
    private final Knowledge knowledge;
    private final CohortRecords cohorts;
    private final Outlooks outlooks;
    private final ServedRules rules;
    private final Clock clock;

    Insight(
            TransactionOperations<Connection> transactions,
            Knowledge knowledge,
            CohortRecords cohorts,
            Outlooks outlooks,
            ServedRules rules,
            Clock clock) {
        this.transactions = transactions;
        this.knowledge = knowledge;
        this.cohorts = cohorts;
        this.outlooks = outlooks;
        this.rules = rules;
        this.clock = clock;
    }

    /** What somebody wants to know; everything in it is as it is at one moment, and nothing of it may be kept. */
    public interface Look<T> {
        T at(View view);
    }

    /**
     * Looks at a participant.
     *
     * @throws NotThereException where nobody is enrolled under the code
     * @throws ConflictException where the version consented to is not served
     */
    public <T> T of(String code, Look<T> look) {
        return rules.ask(rulebook -> transactions.executeRead(status -> {
            Enrolled enrolled = knowledge.enrolled(code);
            Instant now = clock.instant();
            Known known = knowledge.now(code);
            ZoneId zone = Inquests.zone(enrolled, rulebook);
            Seen cohort = cohorts.unlessWritten(enrolled.study(), zone).around(code);
            Outlook outlook = outlooks.at(List.of(code), enrolled.study(), now, rulebook)
                    .of(code, null)
                    .orElseThrow();
            return look.at(View.recorded(enrolled, now, known, known.dossier(zone), cohort, outlook, rulebook));
        }));
    }

    /** A participant at a moment. */
    public static final class View {

        private final Enrolled enrolled;
        private final Instant now;
        private final Known known;
        private final Dossier dossier;
        private final Seen cohort;
        private final Outlook outlook;
        private final Rulebook rulebook;
        private final Map<Asked, Decision> answers = new HashMap<>();

        /** A question, by which its answer is kept for as long as the view is looked at. */
        private record Asked(Gate gate, PartialDate on) {}

        private View(
                Enrolled enrolled,
                Instant now,
                Known known,
                Dossier dossier,
                Seen cohort,
                Outlook outlook,
                Rulebook rulebook) {
            this.enrolled = enrolled;
            this.now = now;
            this.known = known;
            this.dossier = dossier;
            this.cohort = cohort;
            this.outlook = outlook;
            this.rulebook = rulebook;
        }

        /** What is recorded: what the outlook has asked of it need not be asked again. */
        private static View recorded(
                Enrolled enrolled,
                Instant now,
                Known known,
                Dossier dossier,
                Seen cohort,
                Outlook outlook,
                Rulebook rulebook) {
            View view = new View(enrolled, now, known, dossier, cohort, outlook, rulebook);
            outlook.asked().forEach(asked -> {
                Inquest inquest = asked.inquest();
                view.answers.put(new Asked(inquest.gate(), inquest.on()), asked.decision());
            });
            return view;
        }

        public Outlook outlook() {
            return outlook;
        }

        public ProtocolVersion version() {
            return outlook.version();
        }

        /** What counts of the participant; each fact has its identifier for a name. */
        public Dossier dossier() {
            return dossier;
        }

        /** Everything recorded, corrected facts included. */
        public List<FactView> facts() {
            return FactView.of(known);
        }

        /** What the answers rest on, by its digest. */
        public String digest() {
            return known.digest();
        }

        /** The same participant, of whom something is known beside what is recorded; the outlook is that of what is recorded. */
        public View with(List<Fact> more) {
            return with(more, fact -> false);
        }

        /** The same, where the new facts stand in the place of some that are recorded. */
        public View with(List<? extends Fact> more, Predicate<Fact> replaced) {
            List<Fact> facts = new ArrayList<>(dossier.facts());
            facts.removeIf(replaced);
            facts.addAll(more);
            Dossier other = new Dossier(dossier.participant(), facts);
            // asked anew, every question: an answer of the outlook is about what is recorded alone
            return new View(enrolled, now, known, other, cohort, outlook, rulebook);
        }

        /** Whether the infusion is recorded to have begun, ended or been stopped. */
        public boolean isInfused() {
            return dossier.facts().stream().anyMatch(fact -> fact instanceof Milestone step && step.ofInfusion());
        }

        /** The day for which the infusion is planned, today or later; null where none is, or it is not known to the day. */
        public @Nullable LocalDate plannedInfusion() {
            return dossier.facts().stream()
                    .filter(fact -> fact instanceof Milestone step && step.kind() == Milestone.Kind.INFUSION_PLANNED)
                    .map(fact -> ((Milestone) fact).on())
                    .reduce((a, b) -> b)
                    .filter(PartialDate::isFull)
                    .map(PartialDate::latest)
                    .filter(day -> !day.isBefore(outlook.today()))
                    .orElse(null);
        }

        /** The answer to a question, as if it were asked now; what is asked twice is answered once. */
        public Decision ask(Gate gate, PartialDate on) {
            return answers.computeIfAbsent(
                    new Asked(gate, on), asked -> inquest(gate, on).decide());
        }

        /** Of some days, those on which no criterion of the gate is not met, as far as is known. */
        public List<LocalDate> clear(Gate gate, LocalDate from, LocalDate to) {
            return inquest(gate, PartialDate.of(from)).clearDays(to);
        }

        private Inquest inquest(Gate gate, PartialDate on) {
            return Inquests.inquest(enrolled, gate, on, now, known, dossier, cohort, rulebook);
        }
    }
}
