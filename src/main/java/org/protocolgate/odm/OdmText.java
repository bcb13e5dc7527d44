package org.protocolgate.odm;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;

/** Opens the text of an ODM file: no document type, no entities, nothing from elsewhere. */
final class OdmText {

    private static final XMLInputFactory FACTORY = hardened();

    private OdmText() {}

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory(); // the JDK's, whatever is on the class path
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    /** @throws RefusedException where it is not well-formed, with line and column, or no ODM 1.3 */
    static OdmFile read(Path file) throws RefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            try {
                return new ReadingOdm(new Cursor(reader)).file();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (CharConversionException e) {
            throw refused("", "not in the encoding that it says");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own words may quote what was sent. */
    private static RefusedException refused(XMLStreamException e) {
        if (e.getNestedException() instanceof CharConversionException) {
            return refused("", "not in the encoding that it says");
        }
        Location at = e.getLocation();
        String where = at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
        return refused(where, "no well-formed XML");
    }

    private static RefusedException refused(String place, String message) {
        return new RefusedException(List.of(new Violation(place, message)));
    }
}
