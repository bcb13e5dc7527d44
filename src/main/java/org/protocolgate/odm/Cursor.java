package org.protocolgate.odm;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Walks through the elements of ODM; elements of other namespaces are passed over with all that is in them. */
final class Cursor {

    static final String NAMESPACE = "http://www.cdisc.org/ns/odm/v1.3";

    private static final int DEEPEST = 50;

    private final XMLStreamReader reader;
    private int depth;

    Cursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Moves to the root. */
    void root() throws XMLStreamException, RefusedException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            if (!reader.hasNext()) {
                throw refused("no element is there");
            }
        }
        if (!reader.getLocalName().equals("ODM") || !NAMESPACE.equals(reader.getNamespaceURI())) {
            throw refused("no ODM of version 1.3: an element ODM of the namespace " + NAMESPACE + " is expected");
        }
    }

    /** Moves to the next child of the element that it stands on, or to its end: then false. */
    boolean child() throws XMLStreamException, RefusedException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (NAMESPACE.equals(reader.getNamespaceURI())) {
                    return true;
                }
                skip();
            }
        }
    }

    /** Moves to the end of the element that it stands on. */
    void skip() throws XMLStreamException, RefusedException {
        for (int open = 1; open > 0; ) {
            int event = next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** The text of the element that it stands on; moves to its end. */
    String text() throws XMLStreamException, RefusedException {
        StringBuilder text = new StringBuilder();
        for (int open = 1; open > 0; ) {
            int event = next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    String name() {
        return reader.getLocalName();
    }

    /** An attribute, or null where it is missing or blank. */
    @Nullable
    String get(String attribute) {
        String value = reader.getAttributeValue(null, attribute);
        return value == null || value.isBlank() ? null : value;
    }

    /** @throws RefusedException where the attribute is missing */
    String need(String attribute) throws RefusedException {
        String value = get(attribute);
        if (value == null) {
            throw refused(name() + " has no " + attribute);
        }
        return value.strip();
    }

    RefusedException refused(String message) {
        return new RefusedException(
                List.of(new Violation("line " + reader.getLocation().getLineNumber(), message)));
    }

    private int next() throws XMLStreamException, RefusedException {
        int event = reader.next();
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused("a document type or an entity is not taken");
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw refused("nested deeper than " + DEEPEST);
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }
}
