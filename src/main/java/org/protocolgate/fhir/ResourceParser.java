package org.protocolgate.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Remark;

/** Reads the text of one resource, and keeps what is wrong in it. */
final class ResourceParser extends ErrorHandlerAdapter {

    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private static final int MOST_PLACES = 50;

    private final List<Remark> faults = new ArrayList<>();
    private final List<Remark> unknown = new ArrayList<>();

    static FhirContext context() {
        return CONTEXT;
    }

    /** Values that cannot be read: nothing of the resource can be relied on. */
    List<Remark> faults() {
        return faults;
    }

    /** Elements that R4 does not have. */
    List<Remark> unknown() {
        return unknown;
    }

    /** The resource without its narrative, which may hold a name; null where it cannot be read at all. */
    @Nullable
    Resource read(ObjectNode json) {
        if (hasBoundlessNumber(json)) {
            faults.add(Remark.of("has a number out of all proportion"));
            return null;
        }
        ObjectNode bare = json.deepCopy();
        bare.remove("text");
        IParser parser = CONTEXT.newJsonParser();
        parser.setParserErrorHandler(this);
        try {
            IBaseResource read = parser.parseResource(bare.toString());
            return read instanceof Resource resource ? resource : null;
        } catch (DataFormatException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
            faults.add(Remark.of("is no resource of R4, or is written in a way that it cannot be read"));
            return null;
        }
    }

    /** Whether somewhere a number has so many places that it could not be calculated with. */
    private static boolean hasBoundlessNumber(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return Math.abs((long) number.scale()) > MOST_PLACES || number.precision() > MOST_PLACES;
        }
        for (JsonNode part : node) {
            if (hasBoundlessNumber(part)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        faults.add(Remark.of(
                name(location), value, "no such value: a date that is none, or a word that R4 does not have"));
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            @Nullable ScalarType expectedScalar,
            ValueType found,
            @Nullable ScalarType foundScalar) {
        faults.add(Remark.of(element, null, "a value of another type is expected"));
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        faults.add(Remark.of(element, null, "stands there more than once"));
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        faults.add(Remark.of("contained", null, "without an id"));
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        unknown.add(Remark.of(element, null, "R4 has no such element; it was not read"));
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        unknownElement(location, attribute);
    }

    private static String name(@Nullable IParseLocation location) {
        String name = location == null ? null : location.getParentElementName();
        return name == null ? "" : name;
    }
}
