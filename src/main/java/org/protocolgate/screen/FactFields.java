package org.protocolgate.screen;

import static org.protocolgate.screen.Field.answer;
import static org.protocolgate.screen.Field.choice;
import static org.protocolgate.screen.Field.choices;
import static org.protocolgate.screen.Field.date;
import static org.protocolgate.screen.Field.mark;
import static org.protocolgate.screen.Field.number;
import static org.protocolgate.screen.Field.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.protocolgate.participant.Agreement;
import org.protocolgate.participant.Allergy;
import org.protocolgate.participant.Assessment;
import org.protocolgate.participant.Condition;
import org.protocolgate.participant.Contraception;
import org.protocolgate.participant.DltAssessment;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.DrugClass;
import org.protocolgate.participant.Event;
import org.protocolgate.participant.Lab;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.Phase;
import org.protocolgate.participant.Procedure;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.Vaccination;
import org.protocolgate.participant.Vital;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.Dosing;
import org.protocolgate.protocol.Limit;
import org.protocolgate.protocol.ProtocolVersion;

/** The fields of each type of fact, as the dossier has them. */
final class FactFields {

    /** What only an investigator records, and signs. */
    static final Set<String> SIGNED = Set.of("judgement", "safetyReview", "dltAssessment");

    /** What makes a drug one that has to be signed. */
    static final String CLASSES = "classifiedAs";

    private static final String NO_CLASS = "NONE";

    private final ProtocolVersion version;
    private final List<String> versions;

    /** @param versions the names of those that a consent can be to */
    FactFields(ProtocolVersion version, List<String> versions) {
        this.version = version;
        this.versions = versions;
    }

    /** The fields by type, in the order in which they are offered. */
    Map<String, List<Field>> all() {
        Map<String, List<Field>> all = new LinkedHashMap<>();
        all.put("drug", drug());
        all.put("lab", lab());
        all.put(
                "vital",
                List.of(
                        choice("kind", Vital.Kind.class).asNeeded(),
                        number("value"),
                        text("unit"),
                        answer("onRoomAir"),
                        text("method"),
                        on()));
        all.put("milestone", List.of(choice("kind", Milestone.Kind.class).asNeeded(), on()));
        all.put("review", List.of(choices("topics", Review.Topic.class).asNeeded(), on()));
        all.put("condition", condition());
        all.put(
                "procedure",
                with(choice("kind", Procedure.Kind.class).asNeeded(), text("name"), text("reason"), mark("planned")));
        all.put("vaccination", with(choice("kind", Vaccination.Kind.class), text("name")));
        all.put("contraception", with(choice("method", Contraception.Method.class), text("name")));
        all.put("allergy", with(text("substance"), choice("severity", Allergy.Severity.class)));
        all.put("adverseEvent", with(text("term"), number("grade")));
        all.put("consent", List.of(on(), choice("protocolVersion", versions), date("withdrawnOn")));
        all.put(
                "agreement",
                List.of(
                        choice("kind", Agreement.Kind.class).asNeeded(),
                        answer("given").asNeeded(),
                        on()));
        all.put("assessment", assessment());
        all.put("doseAssignment", doseAssignment());
        all.put("studyParticipation", with(text("study"), date("lastDose"), number("halfLifeDays"), mark("noProduct")));
        all.put("event", List.of(choice("kind", Event.Kind.class).asNeeded(), on()));
        all.put(
                "judgement",
                List.of(
                        choice(
                                        "criterion",
                                        version.criteria().stream()
                                                .map(Criterion::id)
                                                .toList())
                                .asNeeded(),
                        answer("excludes"),
                        text("by"),
                        on()));
        all.put("safetyReview", List.of(answer("significantRisk"), text("by"), on()));
        all.put(
                "dltAssessment",
                List.of(answer("dlt"), choice("earlyCompletion", DltAssessment.EarlyCompletion.class), on()));
        return all;
    }

    private static List<Field> drug() {
        return with(
                Field.of("name", Field.Kind.DRUG),
                choice("code.system", Drug.Code.CodeSystem.class),
                text("code.value"),
                choice("route", Drug.Route.class),
                number("dailyDose.value"),
                text("dailyDose.unit"),
                text("indication"),
                choices(
                        CLASSES,
                        Stream.concat(Stream.of(NO_CLASS), Field.names(DrugClass.class).stream())
                                .toList()));
    }

    private static List<Field> lab() {
        return List.of(
                choice("test", Lab.Test.class).asNeeded(),
                choice("result", Lab.Result.class),
                number("value"),
                text("unit"),
                number("upperLimit"),
                mark("hydrated"),
                on());
    }

    private static List<Field> condition() {
        return with(
                choice("kind", Condition.Kind.class).asNeeded(),
                text("name"),
                number("grade"),
                number("nyhaClass"),
                answer("controlled"),
                answer("symptomatic"),
                choice("histologicalClass", Condition.NephritisClass.class),
                text("exemption"));
    }

    private static List<Field> assessment() {
        return List.of(
                choice("kind", Assessment.Kind.class).asNeeded(),
                number("total"),
                Field.of("items", Field.Kind.TEXTS),
                answer("classified"),
                answer("anaEntry"),
                choices("organs", Assessment.Organ.class),
                on());
    }

    private List<Field> doseAssignment() {
        Dosing dosing = version.dosing();
        List<String> levels = dosing == null
                ? List.of()
                : dosing.planned(version.limits()).stream().map(Limit::shown).toList();
        return List.of(
                choice("level", levels), text("cohort"), choice("phase", Phase.class), number("plannedCells"), on());
    }

    private static Field on() {
        return date("on").asNeeded();
    }

    /** The fields of a fact that lasts. */
    private static List<Field> with(Field... own) {
        return Stream.concat(Stream.of(own), Stream.of(date("start"), date("end"), mark("ongoing"), date("on")))
                .toList();
    }
}
