package org.protocolgate.cds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.protocolgate.fhir.Bundles;
import org.protocolgate.fhir.Subject;
import org.protocolgate.importing.Reading;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.study.ParticipantView;

/** Reads all that a request holds as resources of one patient. */
@Singleton
final class PieceReading {

    private final Bundles bundles;

    PieceReading(Bundles bundles) {
        this.bundles = bundles;
    }

    /**
     * @param today the day on which drafts would be signed
     * @return everything that came, in its order
     * @throws RefusedException naming every resource that speaks of another patient
     */
    List<ReadPiece> read(SentHook sent, ParticipantView participant, LocalDate today) throws RefusedException {
        List<Piece> pieces =
                Stream.concat(sent.prefetch().stream(), sent.about().stream()).toList();
        List<ObjectNode> resources = new ArrayList<>();
        List<Piece> with = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            ObjectNode resource = pieces.get(i).resource();
            if (resource != null) {
                boolean along = i < sent.prefetch().size();
                resources.add(along ? resource : Draft.signed(resource, today));
                with.add(pieces.get(i));
            }
        }
        Subject subject = new Subject(participant.study(), participant.sex().name(), participant.birthDate());
        List<Reading> readings = readings(resources, with, subject);
        List<ReadPiece> read = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Reading reading = pieces.get(i).resource() == null ? null : readings.get(next++);
            read.add(new ReadPiece(pieces.get(i), reading, i < sent.prefetch().size()));
        }
        return read;
    }

    private List<Reading> readings(List<ObjectNode> resources, List<Piece> pieces, Subject subject)
            throws RefusedException {
        try {
            return bundles.read(resources, subject);
        } catch (RefusedException e) {
            throw new RefusedException(e.violations().stream()
                    .map(fault -> new Violation(place(fault.pointer(), pieces), fault.message()))
                    .toList());
        }
    }

    private static String place(String pointer, List<Piece> pieces) {
        String index = pointer.replaceFirst("^/entry/", "");
        return index.matches("\\d{1,6}") ? pieces.get(Integer.parseInt(index)).place() : pointer;
    }
}
