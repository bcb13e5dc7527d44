package org.protocolgate.study;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.protocolgate.audit.Digest;
import org.protocolgate.intake.SentFact;
import org.protocolgate.intake.SentParticipant;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Dossier;
import org.protocolgate.participant.Entry;
import org.protocolgate.participant.Fact;

/**
 * What was known of a participant at a point of its chain.
 *
 * @param seq the number of the newest entry that counts
 * @param facts all that had been recorded by then, corrected ones included, in the order of recording
 */
record Known(long seq, Attributes attributes, List<KeptFact> facts, List<Correction> corrections) {

    /** Those that had not been corrected. */
    List<KeptFact> current() {
        Set<UUID> corrected = corrections.stream().map(Correction::fact).collect(Collectors.toSet());
        return facts.stream().filter(fact -> !corrected.contains(fact.id())).toList();
    }

    /** The number of the newest fact, correction or change of attributes: what else the chain has changes no answer. */
    long newestRecord() {
        return Math.max(
                attributes.seq(),
                Math.max(
                        facts.stream().mapToLong(KeptFact::seq).max().orElse(0),
                        corrections.stream().mapToLong(Correction::seq).max().orElse(0)));
    }

    /** What was recorded or corrected since a point of the chain, of some types of facts. */
    List<String> since(long point, Set<String> types) {
        Map<UUID, KeptFact> ofTypes = new LinkedHashMap<>();
        facts.stream().filter(fact -> types.contains(fact.type())).forEach(fact -> ofTypes.put(fact.id(), fact));
        return Stream.concat(
                        corrections.stream()
                                .filter(correction -> correction.seq() > point)
                                .map(Correction::fact)
                                .filter(ofTypes::containsKey),
                        ofTypes.values().stream()
                                .filter(fact -> fact.seq() > point)
                                .map(KeptFact::id))
                .map(UUID::toString)
                .toList();
    }

    Dossier dossier(ZoneId zone) {
        return new Dossier(SentParticipant.kept(attributes.body(), zone), read(current(), zone));
    }

    static List<Fact> read(List<KeptFact> kept, ZoneId zone) {
        List<Fact> facts = new ArrayList<>(kept.size());
        for (KeptFact fact : kept) {
            facts.add(SentFact.kept(fact.body(), new Entry(fact.id().toString(), facts.size(), null), zone));
        }
        return facts;
    }

    /** The dossier in JSON; each fact by its identifier here. */
    String json() {
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("participant", Body.read(attributes.body()));
        dossier.put("facts", current().stream().map(Known::json).toList());
        return Body.write(dossier);
    }

    private static Map<String, Object> json(KeptFact fact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", fact.id().toString());
        json.putAll(Body.read(fact.body()));
        return json;
    }

    /** Of everything that a decision about the participant rests on. */
    String digest() {
        StringBuilder all = new StringBuilder(attributes.body());
        current().forEach(fact -> all.append('\n').append(fact.id()).append(' ').append(fact.body()));
        return Digest.of(all.toString());
    }

    /** The version that the latest consent by a day names, or null where none does; one that lies ahead does not count yet. */
    static @Nullable String consentedVersion(Dossier dossier, LocalDate today) {
        return dossier.facts().stream()
                .filter(Consent.class::isInstance)
                .map(Consent.class::cast)
                .filter(consent -> consent.protocolVersion() != null && !consent.liesAfter(today))
                .reduce((a, b) -> b.on().lastMoment().isBefore(a.on().lastMoment()) ? a : b)
                .map(Consent::protocolVersion)
                .orElse(null);
    }
}
