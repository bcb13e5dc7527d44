package org.protocolgate.screen;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.participant.Review;
import org.protocolgate.protocol.ServedRules;
import org.protocolgate.study.FactBook;
import org.protocolgate.study.FactView;
import org.protocolgate.study.NotThereException;
import org.protocolgate.study.ParticipantBook;

/** Makes the pages on which facts are entered, and reads what they send. */
@Singleton
public final class EnterScreens {

    private final FactForms forms;
    private final FactBook facts;
    private final ParticipantBook participants;
    private final ServedRules rules;
    private final Clock clock;

    EnterScreens(FactForms forms, FactBook facts, ParticipantBook participants, ServedRules rules, Clock clock) {
        this.forms = forms;
        this.facts = facts;
        this.participants = participants;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The page with a form for a type of facts, or with the choice of types alone.
     *
     * @throws NotThereException where nobody is enrolled under the code, or there is no such form for this role
     */
    public EnterScreen entering(String code, @Nullable String type, Frame frame) {
        participants.read(code);
        FactForm form = type == null ? null : forms.of(code, type, "", Map.of(), frame.maySign());
        return screen(code, form, frame.maySign());
    }

    /** What a form of that page sent. */
    public EnterScreen.Sent sent(String code, Map<String, String> form, boolean maySign) {
        String type = form.getOrDefault("type", "");
        FactForm made = forms.of(code, type, "", form, maySign);
        return new EnterScreen.Sent(SentForm.facts(type, made.fields(), form), screen(code, made, maySign), made);
    }

    /**
     * The page with a form that corrects a fact.
     *
     * @throws NotThereException where the participant has no such fact
     */
    public EnterScreen correcting(String code, UUID fact, boolean maySign) throws RefusedException {
        return new EnterScreen(
                code, List.of(), forms.correcting(code, fact(code, fact), maySign), forms.drugs(), UUID.randomUUID());
    }

    /** What the form of that page sent. */
    public EnterScreen.Sent corrected(String code, UUID fact, Map<String, String> form, boolean maySign)
            throws RefusedException {
        EnterScreen screen = correcting(code, fact, maySign);
        FactView old = fact(code, fact);
        FactForm made = forms.correcting(code, old, maySign);
        return new EnterScreen.Sent(SentForm.correction(old.type(), made.fields(), form), screen, made);
    }

    /** That all topics were gone through with a participant today. */
    public byte[] allReviewed() {
        String topics = String.join("\", \"", Field.names(Review.Topic.class));
        String today = LocalDate.ofInstant(clock.instant(), rules.zone()).toString();
        return ("[{\"type\": \"review\", \"topics\": [\"" + topics + "\"], \"on\": \"" + today + "\"}]")
                .getBytes(StandardCharsets.UTF_8);
    }

    private FactView fact(String code, UUID fact) throws RefusedException {
        return facts.known(code, null).stream()
                .filter(one -> one.id().equals(fact))
                .findFirst()
                .orElseThrow(() -> new NotThereException("no fact " + fact));
    }

    private EnterScreen screen(String code, @Nullable FactForm form, boolean maySign) {
        return new EnterScreen(code, forms.types(maySign), form, forms.drugs(), UUID.randomUUID());
    }
}
