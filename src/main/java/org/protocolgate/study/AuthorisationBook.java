package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.SentAuthorisation;
import org.protocolgate.intake.SentReason;
import org.protocolgate.protocol.ServedRules;

/** Permissions to infuse: signed, for one participant, one day and one dose, and only while the answer is PROCEED. */
@Singleton
public final class AuthorisationBook {

    private final Writing writing;
    private final TransactionOperations<Connection> transactions;
    private final Decisions decisions;
    private final Authorisations authorisations;
    private final AuthorisationEnds ends;
    private final Permits permits;
    private final Permission permission;
    private final Knowledge knowledge;
    private final AuditLog audit;
    private final ServedRules rules;
    private final Clock clock;

    AuthorisationBook(
            Writing writing,
            TransactionOperations<Connection> transactions,
            Decisions decisions,
            Authorisations authorisations,
            AuthorisationEnds ends,
            Permits permits,
            Permission permission,
            Knowledge knowledge,
            AuditLog audit,
            ServedRules rules,
            Clock clock) {
        this.writing = writing;
        this.transactions = transactions;
        this.decisions = decisions;
        this.authorisations = authorisations;
        this.ends = ends;
        this.permits = permits;
        this.permission = permission;
        this.knowledge = knowledge;
        this.audit = audit;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Authorises the infusion that a decision is about.
     *
     * @throws RefusedException naming every fault in what was sent
     * @throws NotThereException where there is no such decision
     * @throws RefusedAuthorisationException where the decision does not permit it, or no longer does
     * @throws UnsignedException where no investigator's signature came with it
     */
    public AuthorisationView authorise(UUID decision, byte[] sent, Actor actor, Signing signing, Locale language)
            throws RefusedException {
        SentAuthorisation read = SentAuthorisation.read(sent);
        Made made = transactions.executeRead(status ->
                decisions.findById(decision).orElseThrow(() -> new NotThereException("no decision " + decision)));
        return writing.of(made.participant(), held -> {
            UUID signature = FactEntry.signature("an authorisation", actor, signing, Digest.of(sent));
            Permit permit = permission.of(made, read, held, language);
            Chain chain = held.chain();
            String body = permit.body();
            Authorised given = new Authorised(
                    audit.newId(chain),
                    permit.participant(),
                    chain.next(),
                    made.id(),
                    body,
                    Digest.of(body),
                    signature,
                    chain.at(),
                    actor.name());
            authorisations.save(given);
            audit.add(chain, actor, List.of(told(given, permit)));
            writing.follow(held, permit.participant(), true, actor);
            return AuthorisationView.of(given, null, null);
        });
    }

    private static Happened told(Authorised given, Permit permit) {
        return Happened.of(Action.INFUSION_AUTHORISED)
                .to(permit.participant())
                .on(permit.level())
                .in(given.decision())
                .about(given.id())
                .with("digest", given.digest())
                .with("on", permit.on().toString())
                .with("cells", permit.cells())
                .with("answer", permit.answer())
                .with("ruleSet", permit.ruleSet())
                .with("signature", given.signature().toString());
    }

    /**
     * Takes an authorisation back.
     *
     * @throws RefusedException where no reason is given
     * @throws NotThereException where there is no such authorisation
     * @throws ConflictException where it is not open any more
     */
    public AuthorisationView revoke(UUID id, byte[] json, Actor actor) throws RefusedException {
        SentReason sent = SentReason.read(json);
        Authorised given = transactions.executeRead(status -> find(id));
        return writing.of(given.participant(), held -> {
            AuthorisationView now = view(given, rules.zone());
            if (now.state() != AuthorisationView.State.OPEN) {
                throw new ConflictException("the authorisation " + id + " is not open: it is " + now.state());
            }
            AuthorisationEnd end =
                    permits.end(given, held.chain(), actor, new Ending(Ending.How.REVOKED, sent.reason(), List.of()));
            writing.follow(held, given.participant(), true, actor);
            return AuthorisationView.of(given, end, null);
        });
    }

    /** @throws NotThereException where there is no such authorisation */
    public AuthorisationView read(UUID id) {
        ZoneId zone = rules.zone();
        return transactions.executeRead(status -> view(find(id), zone));
    }

    /**
     * Those of a participant, the oldest first.
     *
     * @throws NotThereException where nobody is enrolled under the code
     */
    public List<AuthorisationView> ofParticipant(String code) {
        ZoneId zone = rules.zone();
        return transactions.executeRead(status -> {
            knowledge.enrolled(code);
            return authorisations.ofParticipant(code).stream()
                    .map(given -> view(given, zone))
                    .toList();
        });
    }

    /** Asks about each open one once more: its day may be over, and the rules may be others. */
    public void recheck() {
        writing.follow(rules.ask(rulebook -> rulebook.study()), Actor.SERVICE);
    }

    private Authorised find(UUID id) {
        return authorisations.findById(id).orElseThrow(() -> new NotThereException("no authorisation " + id));
    }

    private AuthorisationView view(Authorised given, ZoneId zone) {
        return AuthorisationView.of(
                given,
                ends.findById(given.id()).orElse(null),
                dayOver(given.permit().on(), zone));
    }

    private @Nullable Instant dayOver(LocalDate day, ZoneId zone) {
        return Permits.isOver(day, clock.instant(), zone)
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : null;
    }
}
