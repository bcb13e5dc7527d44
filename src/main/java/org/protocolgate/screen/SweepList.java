package org.protocolgate.screen;

import java.util.List;
import org.protocolgate.sweep.SweepBook;
import org.protocolgate.sweep.SweepView;

/** The newest sweeps. While one of them goes on, the list is fetched anew by itself. */
public record SweepList(List<SweepView> sweeps) {

    private static final int SHOWN = 20;

    public static SweepList of(SweepBook book) {
        return new SweepList(book.list(SHOWN));
    }

    public boolean isGoingOn() {
        return sweeps.stream().anyMatch(sweep -> sweep.finishedAt() == null);
    }

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("sweeps", frame, this);
    }

    /** The list by itself in HTML. */
    public String partIn(Frame frame) {
        return Screens.part("sweeps", "list", frame, this);
    }
}
