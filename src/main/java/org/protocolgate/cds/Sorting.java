package org.protocolgate.cds;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.protocolgate.importing.Reading;
import org.protocolgate.participant.Drug;
import org.protocolgate.participant.Fact;

/** Sorts what a hook is about into drugs and infusions; of the rest it says that nothing was asked about it. */
final class Sorting {

    private static final int MOST_INFUSIONS = 10;

    private final Set<String> codes;
    private final ZoneId zone;
    private final CdsTexts texts;
    private final Beside beside;
    private final List<Drug> drugs = new ArrayList<>();
    private final List<Planned> infusions = new ArrayList<>();

    Sorting(Set<String> codes, ZoneId zone, CdsTexts texts, Beside beside) {
        this.codes = codes;
        this.zone = zone;
        this.texts = texts;
        this.beside = beside;
    }

    /**
     * An order or an appointment of the infusion.
     *
     * @param on its day, where it says one
     */
    record Planned(String place, @Nullable LocalDate on) {}

    List<Drug> drugs() {
        return drugs;
    }

    List<Planned> infusions() {
        return infusions;
    }

    void add(Piece piece, Reading reading) {
        var resource = piece.resource();
        if (resource == null || !Draft.canBeInfusion(resource)) {
            doubt(piece, "unread");
        } else if (Draft.isEnded(resource)) {
            doubt(piece, "cancelled");
        } else if (piece.type().equals("MedicationRequest") && !Purpose.isInfusion(resource, codes)) {
            drug(piece, reading);
        } else {
            infusion(piece, Purpose.of(resource, codes), Draft.day(resource, zone));
        }
    }

    private void infusion(Piece piece, Purpose purpose, @Nullable LocalDate day) {
        if (purpose == Purpose.OTHER) {
            doubt(piece, "otherwise");
        } else if (infusions.size() == MOST_INFUSIONS) {
            beside.doubts()
                    .add(new Doubt(
                            piece.place(), texts.say("many", Map.of("count", Integer.toString(MOST_INFUSIONS)))));
        } else {
            if (purpose == Purpose.UNSAID) {
                doubt(piece, "unsaid");
            }
            infusions.add(new Planned(piece.place(), day));
        }
    }

    private void drug(Piece piece, Reading reading) {
        int before = drugs.size();
        beside.doubt(reading, piece.place());
        for (var body : reading.facts()) {
            Fact fact = beside.fact(body, piece.place(), piece.place());
            if (fact instanceof Drug drug) {
                drugs.add(drug);
            }
        }
        if (drugs.size() == before) {
            doubt(piece, "noDrug");
        }
    }

    private void doubt(Piece piece, String key) {
        beside.doubts().add(new Doubt(piece.place(), texts.say(key)));
    }
}
