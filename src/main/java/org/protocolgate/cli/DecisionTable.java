package org.protocolgate.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.protocolgate.decision.Clears;
import org.protocolgate.decision.Decision;
import org.protocolgate.decision.Wording;
import org.protocolgate.evaluation.Status;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;

/** A decision as a person reads it at a terminal. */
final class DecisionTable {

    private static final int STATUS = 16;
    private static final int CRITERION = 9;
    private static final int TEXT = 92;

    private final Decision decision;
    private final Wording wording;
    private final ColorScheme colours;

    DecisionTable(Decision decision, Locale language, ColorScheme colours) {
        this.decision = decision;
        this.colours = colours;
        wording = new Wording(decision.version(), language);
    }

    void print(PrintWriter out) {
        out.println(painted(
                decision.participant() + "  " + wording.word(decision.question().gate()) + "  "
                        + decision.question().on() + ":  "
                        + wording.word(decision.verdict()).toUpperCase(Locale.ROOT)
                        + (decision.earliest() == null ? "" : "  >= " + decision.earliest()),
                worst()));
        out.println();
        Help.TextTable table = Help.TextTable.forColumns(
                colours,
                new Column(STATUS, 0, Overflow.SPAN),
                new Column(CRITERION, 0, Overflow.SPAN),
                new Column(TEXT, 0, Overflow.WRAP));
        for (Decision.Answer answer : decision.criteria()) {
            Status status = answer.outcome().status();
            table.addRowValues(
                    painted(wording.word(status), status),
                    colours.ansi().new Text(answer.outcome().criterion().id(), colours),
                    colours.ansi().new Text(text(answer), colours));
        }
        out.print(table);
        warnings(out);
        toDo(out);
    }

    private String text(Decision.Answer answer) {
        Clears clears = answer.clears();
        return wording.title(answer.outcome()) + ": " + wording.reason(answer.outcome())
                + (clears == null ? "" : " -> " + wording.word(clears.anchor()) + " >= " + clears.on());
    }

    private void warnings(PrintWriter out) {
        decision.warnings().forEach(warning -> out.println("! " + wording.text(warning)));
    }

    private void toDo(PrintWriter out) {
        List<Wording.ToDo> open = wording.toDo(decision);
        if (!open.isEmpty()) {
            out.println();
        }
        for (Wording.ToDo todo : open) {
            String when = (todo.notBefore() == null ? "" : " >= " + todo.notBefore())
                    + (todo.notAfter() == null ? "" : " <= " + todo.notAfter());
            out.println("[ ] " + todo.what() + when + "  (" + String.join(", ", todo.criteria()) + ")");
        }
    }

    private Status worst() {
        return decision.evaluation().worst();
    }

    /** The word says it all; the colour only helps to find it. */
    private Ansi.Text painted(String text, Status status) {
        String style = switch (status) {
            case NOT_MET -> "bold,red";
            case UNKNOWN -> "yellow";
            case PROVISIONAL -> "cyan";
            case MET -> "green";
            case NOT_APPLICABLE -> "faint";
        };
        return colours.ansi().new Text("@|" + style + " " + text + "|@", colours);
    }
}
