package org.protocolgate.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.protocolgate.intake.FaultWords;
import org.protocolgate.intake.Violation;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Participant;

/** Makes the page on which somebody is enrolled, and reads what it sends. */
@Singleton
public final class EnrolScreens {

    /** The facts of the first day, by the beginning of the names of their fields. */
    private static final Map<String, String> FIRST = Map.of("consent", "consent", "screening", "milestone");

    private static final List<String> ORDER = List.of("consent", "screening");

    /** That nothing is known is said by leaving it open. */
    private static final List<String> ANSWERS = List.of(Participant.Answer.YES.name(), Participant.Answer.NO.name());

    private final FactForms forms;

    EnrolScreens(FactForms forms) {
        this.forms = forms;
    }

    /**
     * What was sent.
     *
     * @param code of the participant
     * @param person its attributes, as the books take them
     * @param facts those of the first day, a list that may be empty
     * @param places what each of them is called on the page, in that order
     */
    public record Sent(String code, byte[] person, byte[] facts, List<String> places) {

        /** The same faults, by the fields of the page. */
        List<Violation> placed(List<Violation> faults) {
            return faults.stream().map(this::placed).toList();
        }

        private Violation placed(Violation fault) {
            String pointer = fault.pointer();
            for (int i = 0; i < places.size(); i++) {
                pointer = pointer.replaceFirst("^/facts/" + i + "(?=/|$)", "/" + places.get(i));
            }
            return new Violation(pointer, fault.message());
        }
    }

    /** The page, empty. */
    public EnrolScreen empty() {
        return new EnrolScreen(form(Map.of()));
    }

    /** The page once more, with what was typed and what is wrong with it. */
    public EnrolScreen again(Map<String, String> typed, Sent sent, List<Violation> why, Locale language) {
        return new EnrolScreen(form(Map.of()).with(typed, FaultWords.say(sent.placed(why), language)));
    }

    /** What the form of the page sent. */
    public Sent sent(Map<String, String> form) {
        List<ObjectNode> facts = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (String place : ORDER) {
            Map<String, String> typed = inside(place, form);
            if (!typed.isEmpty()) {
                typed.put("kind", Milestone.Kind.SCREENING_STARTED.name());
                String type = FIRST.getOrDefault(place, "");
                facts.add(SentForm.fact(type, forms.fields().getOrDefault(type, List.of()), typed));
                places.add(place);
            }
        }
        return new Sent(
                form.getOrDefault("id", "").strip(), SentForm.object(attributes(), form), SentForm.list(facts), places);
    }

    /** What was typed into the fields of a fact, without those left empty. */
    private static Map<String, String> inside(String place, Map<String, String> form) {
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(place + ".") && !value.isBlank()) {
                typed.put(name.substring(place.length() + 1), value);
            }
        });
        return typed;
    }

    private FactForm form(Map<String, String> typed) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.text("id").asNeeded());
        fields.addAll(attributes());
        fields.add(Field.date("consent.on"));
        forms.fields().getOrDefault("consent", List.of()).stream()
                .filter(field -> field.name().equals("protocolVersion"))
                .forEach(field -> fields.add(Field.choice("consent." + field.name(), field.options())));
        fields.add(Field.date("screening.on"));
        return new FactForm("", EnrolScreen.TYPE, "/enrol", UUID.randomUUID(), false, false, fields, typed, Map.of());
    }

    private static List<Field> attributes() {
        return List.of(
                Field.choice("sex", Participant.Sex.class).asNeeded(),
                Field.date("birthDate"),
                Field.choice("childbearingPotential", ANSWERS),
                Field.choice("fertileMalePartner", ANSWERS),
                Field.choice("fertile", ANSWERS));
    }
}
