package org.protocolgate.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;
import org.protocolgate.protocol.Terminology.Match;

/** What a resource says of a drug: which it is, by which route, and what is taken of it in a day. */
final class DrugReading {

    private static final String REPLACEMENT = "PHYSIOLOGICAL_REPLACEMENT";

    private final Setting setting;
    private final Draft draft;
    private final ObjectNode fact;
    private @Nullable ProductName product;
    private @Nullable Match match;

    private DrugReading(Setting setting, Draft draft) {
        this.setting = setting;
        this.draft = draft;
        fact = draft.fact("drug");
    }

    /**
     * Begins a drug's fact.
     *
     * @return null where the drug is not named at all, and nothing is taken
     */
    static @Nullable DrugReading of(@Nullable Type medication, Resource resource, Setting setting, Draft draft) {
        CodeableConcept concept = concept(medication, resource, setting);
        if (concept == null || Codes.name(concept) == null) {
            draft.none("does not say which drug, or refers to one that was not sent");
            return null;
        }
        DrugReading reading = new DrugReading(setting, draft);
        reading.name(concept);
        return reading;
    }

    private static @Nullable CodeableConcept concept(@Nullable Type medication, Resource resource, Setting setting) {
        if (medication instanceof CodeableConcept concept) {
            return concept;
        }
        if (!(medication instanceof Reference reference) || !reference.hasReference()) {
            return null;
        }
        String name = reference.getReference();
        Medication found = setting.medications().get(name);
        if (name.startsWith("#") && resource instanceof org.hl7.fhir.r4.model.DomainResource domain) {
            found = domain.getContained().stream()
                    .filter(Medication.class::isInstance)
                    .map(Medication.class::cast)
                    .filter(one ->
                            name.equals("#" + one.getIdElement().getIdPart().replace("#", "")))
                    .findFirst()
                    .orElse(null);
        }
        boolean wrong = found != null && found.getStatus() == Medication.MedicationStatus.ENTEREDINERROR;
        return found == null || wrong ? null : found.getCode();
    }

    private void name(CodeableConcept concept) {
        String name = Codes.name(concept);
        fact.put("name", name);
        List<String> rxnorm = Codes.in(concept, Codes.RXNORM);
        List<String> atc = Codes.in(concept, Codes.ATC);
        product = ProductName.of(Codes.rxnorm(concept));
        Match ofProduct = product == null ? null : setting.terminology().name(product.ingredient());
        List<Match> matches = Stream.concat(
                        Stream.concat(rxnorm.stream().map(setting.terminology()::rxnorm), Stream.ofNullable(ofProduct)),
                        atc.stream().map(setting.terminology()::atc))
                .flatMap(Stream::ofNullable)
                .toList();
        Set<Set<String>> classes = new HashSet<>();
        matches.forEach(one -> classes.add(one.classes()));
        if (classes.size() > 1) {
            product = null;
            draft.doubt("its codes contradict each other, so that none was taken; say which class the drug is of");
            return;
        }
        if (product != null && ofProduct != null) {
            fact.put("name", product.ingredient());
        }
        String ingredient = known(rxnorm, setting.terminology()::rxnorm);
        String group = known(atc, setting.terminology()::atc);
        if (ingredient != null) {
            code(Codes.RXNORM, ingredient);
        } else if (group != null) {
            code(Codes.ATC, group);
        } else if (!rxnorm.isEmpty() || !atc.isEmpty()) {
            code(rxnorm.isEmpty() ? Codes.ATC : Codes.RXNORM, rxnorm.isEmpty() ? atc.get(0) : rxnorm.get(0));
        }
        match = matches.isEmpty() ? named(name) : matches.get(0);
        if (match == null) {
            draft.doubt("not classified: neither its code nor its name is in the tables of drugs; "
                    + "until an investigator says which class it is of, the washouts stay unknown");
        }
    }

    private static @Nullable String known(List<String> codes, Function<String, @Nullable Match> table) {
        return codes.stream()
                .filter(code -> table.apply(code) != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Match named(@Nullable String name) {
        return name == null ? null : setting.terminology().name(name);
    }

    private void code(String system, String value) {
        fact.putObject("code").put("system", system).put("value", value);
    }

    /** Whether it matters to a criterion when it was taken and how much. */
    boolean matters() {
        return match == null || !match.classes().isEmpty();
    }

    ObjectNode fact() {
        return fact;
    }

    /** The end is not known; of a drug that no criterion asks for that is no more than a remark. */
    void endNotKnown(String why) {
        if (matters()) {
            draft.doubt(Remark.of("end", null, why));
        } else {
            draft.note(why);
        }
    }

    /** The route and, where the dosage says one, the daily dose. */
    void dosage(List<Dosage> dosages) {
        route(dosages.stream().filter(Dosage::hasRoute).map(Dosage::getRoute).toList());
        String pieces = product == null ? "" : product.mg();
        DailyDose dose = DailyDose.of(dosages, pieces);
        if (dose.value() != null) {
            fact.putObject("dailyDose").put("value", dose.value()).put("unit", dose.unit());
        } else if (match != null && !match.classes().isEmpty()) {
            draft.doubt(Remark.of("dailyDose", null, dose.why()));
        } else {
            draft.note(dose.why());
        }
    }

    /** What was given at once, on a day of its own. */
    void given(org.hl7.fhir.r4.model.Quantity dose, List<CodeableConcept> routes) {
        route(routes);
        DailyDose read = DailyDose.amount(dose, product == null ? "" : product.mg());
        if (read.value() != null) {
            fact.putObject("dailyDose").put("value", read.value()).put("unit", read.unit());
        } else if (match != null && !match.classes().isEmpty()) {
            draft.doubt(Remark.of("dailyDose", null, read.why()));
        }
    }

    void route(List<CodeableConcept> said) {
        String form = product == null ? "" : product.route();
        Set<String> routes = new HashSet<>();
        said.forEach(concept -> Codes.in(concept).forEach(code -> {
            CodeTable.Row row = setting.codes().routes.row(code.key());
            if (row != null) {
                routes.add(row.becomes());
            }
        }));
        if (said.isEmpty() && !form.isEmpty()) {
            routes.add(form);
        }
        if (routes.size() == 1 && (form.isEmpty() || routes.contains(form))) {
            fact.put("route", routes.iterator().next());
        } else if (!said.isEmpty() && matters()) {
            draft.doubt(Remark.of(
                    "route",
                    Codes.name(said.get(0)),
                    routes.isEmpty()
                            ? "a route that is not in the tables: it counts as systemic"
                            : "the routes, or route and dose form, contradict each other: it counts as systemic"));
        }
    }

    /** Why it was taken; that it replaces what the body lacks is said here by a person only. */
    void indication(List<CodeableConcept> reasons) {
        reasons.stream()
                .map(Codes::name)
                .flatMap(Stream::ofNullable)
                .filter(reason -> !reason.equals(REPLACEMENT))
                .findFirst()
                .ifPresent(reason -> fact.put("indication", reason));
    }
}
