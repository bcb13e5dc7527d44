package org.protocolgate.screen;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.UUID;
import org.protocolgate.asking.DecisionView;
import org.protocolgate.study.DecisionBook;

/** Decisions as they were answered, taken apart again. */
@Singleton
final class StoredAnswers {

    private final DecisionBook book;
    private final JsonMapper json;

    StoredAnswers(DecisionBook book, JsonMapper json) {
        this.book = book;
        this.json = json;
    }

    DecisionView read(UUID decision, Locale language) {
        try {
            return json.readValue(book.read(decision, language), DecisionView.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
