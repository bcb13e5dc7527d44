package org.protocolgate.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.protocolgate.protocol.Criterion;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.Rulebook;
import org.protocolgate.protocol.Texts;

/** The pages of a rulebook: one a criterion, an index and a page of what is shared for each version, in each language. */
public final class RulePages {

    /** The page that lists the criteria of a version. */
    public static final String INDEX = "index";

    /** The page of what serves several criteria: rules that belong to none, and the participant of the examples. */
    public static final String SHARED = "shared";

    /** The languages in which every page is written. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Texts.CHINESE);

    private final Rulebook rulebook;

    private RulePages(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    public static RulePages of(Rulebook rulebook) {
        return new RulePages(rulebook);
    }

    /**
     * A page in HTML, whose links are relative to its place {@code <study>/<version>/<language>/<page>.html}.
     *
     * @param page a criterion's id, {@link #INDEX} or {@link #SHARED}
     * @return empty where there is no such study, version, page or language
     */
    public Optional<String> page(String study, String version, String page, Locale language) {
        if (!LANGUAGES.contains(language)) {
            return Optional.empty();
        }
        return rulebook.version(study, version).flatMap(found -> page(new Edition(rulebook, found, language), page));
    }

    /** The page above all others: the studies and their versions. */
    public String top() {
        return Templates.render("top", Locale.ENGLISH, Map.of("page", TopPage.of(rulebook)));
    }

    /** The style sheet of all pages, which lies beside the top page. */
    public static String stylesheet() {
        return Templates.stylesheet();
    }

    /** Writes all pages into a folder, in the places that their links expect. */
    public void write(Path folder) {
        Writing writing = new Writing(folder);
        writing.write("index.html", top());
        writing.write("style.css", stylesheet());
        for (ProtocolVersion version : rulebook.versions()) {
            for (Locale language : LANGUAGES) {
                Edition edition = new Edition(rulebook, version, language);
                edition.pages()
                        .forEach(page -> writing.write(
                                edition.place(page), page(edition, page).orElseThrow()));
            }
        }
    }

    private static Optional<String> page(Edition edition, String page) {
        if (page.equals(INDEX)) {
            return Optional.of(edition.render(INDEX, IndexPage.of(edition), page));
        } else if (page.equals(SHARED)) {
            return Optional.of(edition.render(SHARED, SharedPage.of(edition), page));
        }
        Criterion criterion = edition.version().criterion(page);
        return Optional.ofNullable(criterion)
                .map(found -> edition.render("criterion", CriterionPage.of(edition, found), page));
    }
}
