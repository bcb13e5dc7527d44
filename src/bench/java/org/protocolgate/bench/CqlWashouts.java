package org.protocolgate.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.hl7.elm.r1.VersionedIdentifier;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.Tuple;
import org.protocolgate.evaluation.Status;
import org.protocolgate.intake.Request;
import org.protocolgate.participant.Consent;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Fact;
import org.protocolgate.participant.Milestone;
import org.protocolgate.participant.PartialDate;
import org.protocolgate.participant.Period;
import org.protocolgate.participant.Procedure;
import org.protocolgate.participant.Review;
import org.protocolgate.participant.StudyParticipation;
import org.protocolgate.participant.Vaccination;

/**
 * The six windows in CQL, over the same facts as tuples. The library is translated and the drugs are mapped to their
 * classes beforehand, so that nothing but the evaluation is measured.
 */
final class CqlWashouts {

    private static final VersionedIdentifier LIBRARY =
            new VersionedIdentifier().withId("Washouts").withVersion("1.0");
    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final Environment environment;
    private final Set<String> criteria = new LinkedHashSet<>(Floor.CRITERIA);
    private final Map<String, Object> facts;

    private CqlWashouts(Environment environment, Map<String, Object> facts) {
        this.environment = environment;
        this.facts = facts;
    }

    static CqlWashouts open(Request request, LocalDate infused) {
        LibraryManager libraries = new LibraryManager(new ModelManager());
        libraries.getLibrarySourceLoader().registerProvider(identifier -> source());
        List<CqlCompilerException> faults = new ArrayList<>();
        libraries.resolveLibrary(LIBRARY, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.toString(), faults.get(0));
        }
        return new CqlWashouts(new Environment(libraries), parameters(request, infused));
    }

    /** The answers as the engine gives them, by criterion. An engine keeps its results, so that each evaluation has its own. */
    EvaluationResult evaluate() {
        CqlEngine engine = new CqlEngine(environment, Set.of(CqlEngine.Options.EnableExpressionCaching));
        return engine.evaluate(LIBRARY, criteria, facts);
    }

    static List<Status> statuses(EvaluationResult result) {
        return Floor.CRITERIA.stream()
                .map(id -> Status.valueOf((String) result.forExpression(id).value()))
                .toList();
    }

    private static InputStream source() {
        try (InputStream file = CqlWashouts.class.getResourceAsStream("/washouts.cql")) {
            return new ByteArrayInputStream(file.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> parameters(Request request, LocalDate infused) {
        Map<String, Object> all = new LinkedHashMap<>();
        LocalDate today = request.asOf().latest();
        for (String list : List.of("Drugs", "Vaccinations", "Surgeries", "Studies", "Reviews")) {
            all.put(list, new ArrayList<Tuple>());
        }
        all.put("Today", new Date(today));
        all.put("InfusedOn", new Date(infused));
        for (Fact fact : request.dossier().facts()) {
            if (fact instanceof Drug drug) {
                add(
                        all,
                        "Drugs",
                        drug(Taken.of(drug.asOf(today), request.version().terminology())));
            } else if (fact instanceof Vaccination vaccination) {
                Map<String, Object> tuple = period(vaccination.period());
                tuple.put(
                        "kind",
                        vaccination.kind() == null ? null : vaccination.kind().name());
                add(all, "Vaccinations", tuple);
            } else if (fact instanceof Procedure procedure) {
                if (procedure.kind() == Procedure.Kind.MAJOR_SURGERY && !procedure.planned()) {
                    add(all, "Surgeries", period(procedure.period()));
                }
            } else if (fact instanceof StudyParticipation study) {
                add(all, "Studies", study(study, request.version().limits().number("EXC-18.half-lives")));
            } else if (fact instanceof Review review) {
                Map<String, Object> tuple = new LinkedHashMap<>();
                tuple.put("topics", review.topics().stream().map(Enum::name).toList());
                tuple.put("reviewed", date(review.on()));
                add(all, "Reviews", tuple);
            } else if (fact instanceof Consent consent) {
                all.put("Consented", date(consent.on()));
            } else if (fact instanceof Milestone milestone && milestone.kind() == Milestone.Kind.SCREENING_STARTED) {
                all.put("ScreeningStarted", date(milestone.on()));
            }
        }
        return all;
    }

    private static Map<String, Object> drug(Taken taken) {
        Map<String, Object> tuple = period(taken.drug().period());
        tuple.put("classes", taken.classes() == null ? null : List.copyOf(taken.classes()));
        tuple.put("systemic", taken.systemic());
        return tuple;
    }

    private static Map<String, Object> study(StudyParticipation study, BigDecimal halfLives) {
        Map<String, Object> tuple = period(study.period());
        tuple.put("noProduct", study.noProduct());
        tuple.put("lastDose", date(study.lastDose()));
        tuple.put(
                "halfLives",
                study.halfLifeDays() == null
                        ? null
                        : halfLives
                                .multiply(study.halfLifeDays())
                                .setScale(0, RoundingMode.CEILING)
                                .intValueExact());
        return tuple;
    }

    private static Map<String, Object> period(Period period) {
        Map<String, Object> tuple = new LinkedHashMap<>();
        tuple.put("start", date(period.start()));
        tuple.put("end", period.ongoing() ? new Date(FAR) : date(period.end()));
        return tuple;
    }

    /** A CQL date of the precision that is known. */
    private static @Nullable Date date(@Nullable PartialDate day) {
        if (day == null) {
            return null;
        }
        LocalDate first = day.earliest();
        if (day.isFull()) {
            return new Date(first);
        }
        return first.getMonth() == day.latest().getMonth()
                ? new Date(first.getYear(), first.getMonthValue())
                : new Date(first.getYear());
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> all, String list, Map<String, Object> tuple) {
        ((List<Tuple>) all.get(list)).add(new Tuple().withElements(new LinkedHashMap<>(tuple)));
    }
}
