package org.protocolgate.study;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.protocol.Rulebook;

/** Asks what somebody would have to ask about participants on this day. */
@Singleton
public final class Outlooks {

    private final Gathering gathering;
    private final CohortRecords cohorts;
    private final DecisionRecords records;
    private final ServedSources sources;
    private final AuditLog audit;

    Outlooks(
            Gathering gathering,
            CohortRecords cohorts,
            DecisionRecords records,
            ServedSources sources,
            AuditLog audit) {
        this.gathering = gathering;
        this.cohorts = cohorts;
        this.records = records;
        this.sources = sources;
        this.audit = audit;
    }

    /** All who are of a level or were infused, as they were when they were looked at. */
    public static final class Others {

        private final Everybody everybody;

        private Others(Everybody everybody) {
            this.everybody = everybody;
        }

        /** Those of them whose answers may change when something is recorded of one of them or of a level. */
        public List<String> concerned() {
            return everybody.all().records().stream()
                    .map(MemberRecords::participant)
                    .toList();
        }
    }

    /** The others as they are now, for one who writes to the study or has just written. */
    public Others others(String study, Rulebook rulebook) {
        return new Others(cohorts.now(study, zone(study, rulebook)));
    }

    /**
     * The others as they are now, for one who asks about many participants and writes nothing that others need to know: they are
     * read again only where somebody has written to the study since.
     */
    public Others othersUnlessWritten(String study, Rulebook rulebook) {
        return new Others(cohorts.unlessWritten(study, zone(study, rulebook)));
    }

    /**
     * The outlook of a participant.
     *
     * @param chain its chain, held; the moment of asking is that of the chain
     */
    public Outlook of(String code, Others others, Chain chain, Rulebook rulebook) {
        LocalDate today = LocalDate.ofInstant(chain.at(), zone(rulebook.study(), rulebook));
        Recorded recorded = gathering.of(code, today);
        return new Foreseeing(recorded, chain.last(), others.everybody, chain.at(), rulebook).outlook();
    }

    /**
     * A look at several participants, for one who only reads, within the present transaction; nothing of it may be kept.
     *
     * @param asOf the moment of asking
     */
    public Looking at(List<String> codes, String study, Instant asOf, Rulebook rulebook) {
        LocalDate today = LocalDate.ofInstant(asOf, zone(study, rulebook));
        return new Looking(gathering.of(codes, today), othersUnlessWritten(study, rulebook).everybody, asOf, rulebook);
    }

    /** What is recorded of several participants, to be looked at one after the other. */
    public static final class Looking {

        private final Map<String, Recorded> recorded;
        private final Everybody everybody;
        private final Instant asOf;
        private final Rulebook rulebook;

        private Looking(Map<String, Recorded> recorded, Everybody everybody, Instant asOf, Rulebook rulebook) {
            this.recorded = recorded;
            this.everybody = everybody;
            this.asOf = asOf;
            this.rulebook = rulebook;
        }

        /**
         * The outlook of one of them.
         *
         * @param until nothing is asked of whom no gate is planned for up to this day; null: everybody is asked about
         * @return nothing where no gate is near
         * @throws NotThereException where nobody is enrolled under the code
         */
        public Optional<Outlook> of(String code, @Nullable LocalDate until) {
            Recorded own = recorded.get(code);
            if (own == null) {
                throw new NotThereException("no participant " + code);
            }
            Foreseeing foreseeing = new Foreseeing(own, Long.MAX_VALUE, everybody, asOf, rulebook);
            return until == null || foreseeing.isNear(until) ? Optional.of(foreseeing.outlook()) : Optional.empty();
        }
    }

    /**
     * Keeps those answers that are not what was answered last.
     *
     * @param outlook one of a held chain
     * @param chain the participant's, held
     * @return how many were kept
     */
    public int keepChanged(Outlook outlook, Chain chain, Actor actor) {
        int kept = 0;
        for (Outlook.Asked asked : outlook.asked()) {
            if (asked.isNews()) {
                Chain held = kept == 0 ? chain : audit.hold(chain.name());
                records.keep(asked.inquest(), asked.decision(), null, held, actor);
                kept++;
            }
        }
        return kept;
    }

    /** Keeps the rules that are served, so that what they answer can be kept; before a transaction is begun. */
    public void keepRules(Rulebook rulebook) {
        sources.keepAll(rulebook);
    }

    private static ZoneId zone(String study, Rulebook rulebook) {
        return rulebook.newest(study).orElseThrow().zone();
    }
}
