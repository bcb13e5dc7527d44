package org.protocolgate.cds;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Actor;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.Insight;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;
import org.protocolgate.study.ParticipantView;

/** Answers hooks. What comes along is read for the question and not kept. */
@Singleton
@Requires(beans = CdsClients.class)
public final class CdsHooks {

    private final CdsClients clients;
    private final ParticipantBook participants;
    private final PieceReading reading;
    private final Insight insight;
    private final ServedRules rules;
    private final CardBook book;
    private final Clock clock;

    CdsHooks(
            CdsClients clients,
            ParticipantBook participants,
            PieceReading reading,
            Insight insight,
            ServedRules rules,
            CardBook book,
            Clock clock) {
        this.clients = clients;
        this.participants = participants;
        this.reading = reading;
        this.insight = insight;
        this.rules = rules;
        this.book = book;
        this.clock = clock;
    }

    /** The services that there are. */
    public ServicesView services() {
        return ServicesView.all();
    }

    /**
     * Answers a request.
     *
     * @param service its identifier
     * @param actor who asks, under the name that {@link ClientTokens} gives
     * @return the cards, which are recorded; none where the patient is no participant
     * @throws RefusedException naming every fault in what was sent, and every resource of another patient
     * @throws NoSuchServiceException where there is no such service
     * @throws MissingPrefetchException where the patient did not come along
     */
    public CardsView answer(String service, byte[] sent, Actor actor, Locale language) throws RefusedException {
        Hook hook = Hook.ofService(service).orElseThrow(() -> new NoSuchServiceException("no service " + service));
        SentHook request = SentHook.read(hook, sent);
        CdsClient client = client(actor);
        Set<String> codes = Patients.codes(request, client.participants());
        CdsTexts texts = new CdsTexts(language);
        if (codes.size() > 1) {
            Told told = new Telling(texts).nothing("several", "", Card.Indicator.WARNING);
            return new CardsView(List.of(told.card(source(texts), List.of(), List.of())));
        }
        ParticipantView participant =
                codes.isEmpty() ? null : find(codes.iterator().next());
        if (participant == null) {
            return new CardsView(List.of());
        }
        List<Told> told = participant.voided() == null
                ? told(hook, request, participant, client, texts)
                : List.of(new Telling(texts).nothing("voided", participant.id(), Card.Indicator.WARNING));
        return new CardsView(book.keep(
                hook, participant.id(), told, one -> card(one, participant.id(), texts), request, sent, actor));
    }

    private CdsClient client(Actor actor) {
        String name = ClientName.client(actor.name());
        return clients.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no client " + name));
    }

    private @Nullable ParticipantView find(String code) {
        try {
            return participants.read(code);
        } catch (NotThereException e) {
            return null;
        }
    }

    private List<Told> told(Hook hook, SentHook request, ParticipantView participant, CdsClient client, CdsTexts texts)
            throws RefusedException {
        ZoneId zone = rules.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<ReadPiece> prefetch = reading.read(request, participant, today);
        return insight.of(participant.id(), view -> {
            Beside beside = new Beside(view, zone, texts);
            Sorting sorting = new Sorting(client.infusion(), zone, texts, beside);
            for (ReadPiece one : prefetch) {
                if (one.reading() == null) {
                    beside.doubts()
                            .add(new Doubt(
                                    one.piece().place(),
                                    String.valueOf(one.piece().fault())));
                } else if (one.along()) {
                    beside.add(one.reading(), one.piece().place());
                } else {
                    sorting.add(one.piece(), one.reading());
                }
            }
            Asking asking = new Asking(participant.id(), view, beside, texts);
            return asking.withAlong(hook == Hook.PATIENT_VIEW ? asking.next() : asking.ordered(sorting));
        });
    }

    private Card card(Told told, String participant, CdsTexts texts) {
        String system = "urn:protocol-gate:override-reasons";
        List<Card.Coding> reasons = Stream.of("stopped", "recorded", "informed")
                .map(code -> new Card.Coding(code, system, texts.say("override." + code)))
                .toList();
        String page = clients.url() + "/participants/" + participant;
        return told.card(source(texts), reasons, List.of(new Card.Link(texts.say("link"), page, "absolute")));
    }

    private Card.Source source(CdsTexts texts) {
        return new Card.Source(texts.say("source"), clients.url());
    }
}
