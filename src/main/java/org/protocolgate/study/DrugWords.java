package org.protocolgate.study;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Status;
import org.protocolgate.participant.Drug;
import org.protocolgate.protocol.Gate;
import org.protocolgate.protocol.Texts;

/** What drugs would change, in a sentence or two. */
public final class DrugWords {

    /** The machine's own language never stands in for the one asked for. */
    private static final Control NO_OTHER = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private DrugWords() {}

    /** The sentence of an effect. */
    public static String of(DrugEffect effect, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.drug", language, NO_OTHER);
        Decision after = effect.after();
        Map<String, String> slots = slots(effect, language);
        StringBuilder says = new StringBuilder(say(texts, key(effect), slots));
        if (effect.kind() == DrugEffect.Kind.FORBIDDEN) {
            LocalDate clears = effect.clears();
            LocalDate earliest = after.earliest();
            slots.put("clears", String.valueOf(clears));
            slots.put("earliest", String.valueOf(earliest));
            String when = effect.surely() ? "clears" : "notBefore";
            says.append(space(language))
                    .append(say(texts, clears == null ? "never" : when, slots))
                    .append(
                            earliest == null || !effect.surely()
                                    ? ""
                                    : space(language) + say(texts, "earliest", slots));
        }
        if (!effect.unread().isEmpty() && effect.kind() != DrugEffect.Kind.UNKNOWN) {
            says.append(space(language)).append(say(texts, "classify", slots));
        }
        return says.toString();
    }

    /** The same in a few words, what matters first. */
    public static String shortly(DrugEffect effect, String participant, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle("i18n.drug", language, NO_OTHER);
        Map<String, String> slots = slots(effect, language);
        slots.put("participant", participant);
        slots.put(
                "drug", effect.drugs().stream().map(DrugWords::name).distinct().collect(Collectors.joining(", ")));
        LocalDate clears = effect.clears();
        String shortly = say(texts, "short." + key(effect), slots);
        return clears == null || effect.kind() != DrugEffect.Kind.FORBIDDEN
                ? shortly
                : say(
                        texts,
                        effect.surely() ? "short.clears" : "short.notBefore",
                        Map.of("short", shortly, "clears", clears.toString()));
    }

    private static Map<String, String> slots(DrugEffect effect, Locale language) {
        Decision after = effect.after();
        Wording wording = new Wording(after.version(), language);
        Map<String, String> slots = new HashMap<>();
        slots.put("drug", effect.words(wording));
        slots.put("gate", wording.word(after.question().gate()));
        slots.put("on", after.question().on().toString().replace('T', ' '));
        slots.put("fall", criteria(effect, Status.NOT_MET));
        slots.put("open", criteria(effect, Status.UNKNOWN));
        slots.put("unread", effect.unread().stream().map(DrugWords::name).collect(Collectors.joining(", ")));
        return slots;
    }

    private static String key(DrugEffect effect) {
        boolean failed = effect.before().evaluation().fault() != null
                || effect.after().evaluation().fault() != null;
        boolean followUp = effect.after().question().gate() == Gate.FOLLOW_UP;
        return switch (effect.kind()) {
            case UNKNOWN ->
                failed
                        ? "failed"
                        : effect.unread().isEmpty() ? "UNKNOWN" : followUp ? "classify.FOLLOW_UP" : "classify";
            case NONE -> followUp ? "NONE.FOLLOW_UP" : "NONE";
            default -> effect.kind().name();
        };
    }

    private static String say(ResourceBundle texts, String key, Map<String, String> slots) {
        return Texts.fill(texts.getString(key), slots);
    }

    private static String space(Locale language) {
        return language.getLanguage().equals(Texts.CHINESE.getLanguage()) ? "" : " ";
    }

    private static String criteria(DrugEffect effect, Status status) {
        return effect.touched().stream()
                .filter(one -> one.statusAfter() == status)
                .map(one -> one.after().outcome().criterion().id())
                .collect(Collectors.joining(", "));
    }

    /** What a drug is called: its name, else its code. */
    static String name(Drug drug) {
        Drug.Code code = drug.code();
        return drug.name() != null ? drug.name() : code == null ? "?" : code.system() + " " + code.value();
    }
}
