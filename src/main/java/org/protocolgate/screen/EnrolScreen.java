package org.protocolgate.screen;

/** The page on which somebody is enrolled. */
public record EnrolScreen(FactForm form) {

    /** What stands for the type of a fact: this form is of no single one. */
    static final String TYPE = "participant";

    /** The page in HTML. */
    public String in(Frame frame) {
        return Screens.page("enrol", frame, this);
    }
}
