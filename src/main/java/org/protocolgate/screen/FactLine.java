package org.protocolgate.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.decision.Wording;
import org.protocolgate.intake.SentFact;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.study.FactView;

/**
 * A fact in a line: what it says, where it came from, who entered it and what became of it.
 *
 * @param words what it says
 * @param source the system and record that it was taken over from, or null where somebody entered it here
 */
record FactLine(FactView fact, String words, @Nullable String source) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static FactLine of(FactView fact, ProtocolVersion version, Wording wording) {
        return new FactLine(fact, wording.fact(read(fact, version)), source(fact.fact()));
    }

    public boolean counts() {
        return fact.state() == FactView.State.CURRENT;
    }

    private static Fact read(FactView fact, ProtocolVersion version) {
        try {
            String body = JSON.writeValueAsString(fact.fact());
            return SentFact.kept(body, new Entry(fact.id().toString(), 0, null), version.zone());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String source(Map<String, Object> fact) {
        if (!(fact.get("source") instanceof Map<?, ?> source)) {
            return null;
        }
        StringBuilder told = new StringBuilder();
        for (String part : new String[] {"system", "id", "version"}) {
            if (source.get(part) != null) {
                told.append(told.isEmpty() ? "" : " ").append(source.get(part));
            }
        }
        return told.toString();
    }
}
