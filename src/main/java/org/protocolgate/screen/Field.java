package org.protocolgate.screen;

import java.util.Arrays;
import java.util.List;

/**
 * A field of a form, named as in the dossier; a point leads into an object.
 *
 * @param needed whether a fact cannot be without it
 * @param options what can be chosen, by its name in the interface
 */
record Field(String name, Kind kind, boolean needed, List<String> options) {

    /** How something is typed, and as what it is sent. */
    enum Kind {
        TEXT,
        /** Several texts, with commas between. */
        TEXTS,
        /** A date as far as it is known. */
        DATE,
        NUMBER,
        CHOICE,
        CHOICES,
        /** Yes, no, or not known. */
        ANSWER,
        /** Said, or left out. */
        MARK,
        /** The name of a drug, looked up while it is typed. */
        DRUG
    }

    static Field text(String name) {
        return new Field(name, Kind.TEXT, false, List.of());
    }

    static Field date(String name) {
        return new Field(name, Kind.DATE, false, List.of());
    }

    static Field number(String name) {
        return new Field(name, Kind.NUMBER, false, List.of());
    }

    static Field answer(String name) {
        return new Field(name, Kind.ANSWER, false, List.of());
    }

    static Field mark(String name) {
        return new Field(name, Kind.MARK, false, List.of());
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, false, List.of());
    }

    static <E extends Enum<E>> Field choice(String name, Class<E> type) {
        return new Field(name, Kind.CHOICE, false, names(type));
    }

    static Field choice(String name, List<String> options) {
        return new Field(name, Kind.CHOICE, false, options);
    }

    static <E extends Enum<E>> Field choices(String name, Class<E> type) {
        return new Field(name, Kind.CHOICES, false, names(type));
    }

    static Field choices(String name, List<String> options) {
        return new Field(name, Kind.CHOICES, false, options);
    }

    Field asNeeded() {
        return new Field(name, kind, true, options);
    }

    static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }
}
