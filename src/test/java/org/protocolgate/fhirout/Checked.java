package org.protocolgate.fhirout;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SchemaBaseValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Checks a resource against the schema of R4, by HAPI, and against the constraints that its definitions have on it and on all that
 * is in it. One is made for all tests: to read the definitions takes seconds.
 */
final class Checked {

    private static final String DEFINITIONS = "http://hl7.org/fhir/StructureDefinition/";
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final DefaultProfileValidationSupport SUPPORT = new DefaultProfileValidationSupport(CONTEXT);
    private static final FHIRPathEngine PATHS = new FHIRPathEngine(new HapiWorkerContext(CONTEXT, SUPPORT));
    private static final FhirValidator SCHEMA =
            CONTEXT.newValidator().registerValidatorModule(new SchemaBaseValidator(CONTEXT));
    private static final Map<String, ExpressionNode> PARSED = new HashMap<>();
    private static final Map<String, Optional<StructureDefinition>> BY_TYPE = new HashMap<>();

    private final List<String> faults = new ArrayList<>();
    private int checked;

    private Checked() {}

    /** What is wrong in a resource; empty where nothing is. */
    static List<String> faultsOf(String json) {
        Resource resource = (Resource) CONTEXT.newJsonParser().parseResource(json);
        Checked checked = new Checked();
        SCHEMA.validateWithResult(json)
                .getMessages()
                .forEach(message -> checked.faults.add(message.getLocationString() + ": " + message.getMessage()));
        checked.check(resource);
        if (checked.checked == 0) {
            checked.faults.add("no constraint was checked");
        }
        return checked.faults;
    }

    private void check(Resource root) {
        within(root, root, root.fhirType());
        if (root instanceof DomainResource resource) {
            resource.getContained().forEach(contained -> within(contained, root, contained.fhirType()));
        }
        if (root instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> check(entry.getResource()));
        }
    }

    /** Checks an element by the definition of its type, and what is in it likewise. */
    private void within(Base element, Resource root, String place) {
        definition(element.fhirType()).ifPresent(definition -> {
            for (ElementDefinition part : definition.getSnapshot().getElement()) {
                String path = part.getPath().contains(".")
                        ? part.getPath()
                                .substring(part.getPath().indexOf('.') + 1)
                                .replace("[x]", "")
                        : "$this";
                for (Base found : PATHS.evaluate(null, root, root, element, parsed(path))) {
                    part.getConstraint().forEach(constraint -> check(constraint, found, root, place + "." + path));
                }
            }
        });
        for (Property property : element.children()) {
            for (Base child : property.getValues()) {
                boolean isResource = child instanceof Resource;
                if (child != null && !isResource) {
                    within(child, root, place + "." + property.getName());
                }
            }
        }
    }

    private void check(ElementDefinitionConstraintComponent constraint, Base found, Resource root, String place) {
        if (constraint.hasExpression()
                && constraint.getSeverity() == ElementDefinition.ConstraintSeverity.ERROR
                && isMeant(constraint, found)) {
            checked++;
            Resource resource = found instanceof Resource own ? own : root;
            List<Base> result = PATHS.evaluate(null, resource, root, found, parsed(constraint.getExpression()));
            if (!PATHS.convertToBoolean(result)) {
                faults.add(place + ": " + constraint.getKey() + ": " + constraint.getHuman());
            }
        }
    }

    /** The schema checks narratives; a reference by identifier alone points nowhere, and no element holds nothing. */
    private static boolean isMeant(ElementDefinitionConstraintComponent constraint, Base found) {
        return switch (constraint.getKey()) {
            case "txt-1", "txt-2" -> false;
            case "ref-1" -> found instanceof Reference reference && reference.hasReference();
            default -> !found.isEmpty();
        };
    }

    private static ExpressionNode parsed(String path) {
        return PARSED.computeIfAbsent(path, PATHS::parse);
    }

    private static Optional<StructureDefinition> definition(String type) {
        return BY_TYPE.computeIfAbsent(
                type,
                name -> Optional.ofNullable(
                        (StructureDefinition) SUPPORT.fetchStructureDefinition(DEFINITIONS + name)));
    }
}
