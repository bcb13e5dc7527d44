package org.protocolgate.fhirout;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** How what is ours is named in FHIR. */
final class Naming {

    /** Of the codes and identifiers that only this service gives. */
    private static final String OURS = "urn:protocolgate:";

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private Naming() {}

    /** A participant is known by its code alone, so it is named, not pointed to. */
    static Reference participant(String code) {
        return named("participant", code).setType("Patient");
    }

    /** Something that is kept here, and that FHIR has no resource of. */
    static Reference named(String kind, String identifier) {
        return new Reference().setIdentifier(identifier(kind, identifier));
    }

    static Identifier identifier(String kind, String value) {
        return new Identifier().setSystem(OURS + kind).setValue(value);
    }

    static Reference service() {
        return new Reference().setType("Device").setDisplay("ProtocolGate");
    }

    static Coding coding(String kind, String code) {
        return new Coding().setSystem(OURS + kind).setCode(code);
    }

    static CodeableConcept concept(String kind, String code) {
        return new CodeableConcept(coding(kind, code));
    }

    static DateTimeType moment(Instant instant) {
        DateTimeType moment = new DateTimeType(Date.from(instant));
        moment.setTimeZone(UTC);
        return moment;
    }

    static InstantType instant(Instant instant) {
        InstantType moment = new InstantType(Date.from(instant));
        moment.setTimeZone(UTC);
        return moment;
    }

    /** Says the same in sentences. */
    static void narrate(DomainResource resource, Locale language, Iterable<String> sentences) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        sentences.forEach(sentence -> div.addTag("p").addText(sentence));
        Narrative narrative = new Narrative();
        narrative.setStatus(Narrative.NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        resource.setText(narrative);
        resource.setLanguage(language.toLanguageTag());
    }

    static String written(IBaseResource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
