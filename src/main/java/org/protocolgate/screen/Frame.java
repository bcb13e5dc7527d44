package org.protocolgate.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.protocolgate.protocol.Texts;
import org.protocolgate.user.Role;

/**
 * What stands around the content of a page: who looks at it, when, and where one can go from it.
 *
 * @param path the address of the page, without what follows a question mark
 * @param user who looks
 * @param texts the words of the rules, for what is recorded
 * @param zone that of the site, in which all times are shown
 * @param token for the hidden field of each form that tells ours from others'
 * @param waiting how many queries wait for who looks
 */
public record Frame(
        Locale language,
        String path,
        String user,
        Role role,
        Texts texts,
        ZoneId zone,
        Instant now,
        String token,
        long waiting) {

    /** The languages in which every page is written. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Texts.CHINESE);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** A place that one can go to. */
    record Place(String path, String key, long waiting) {
        Place(String path, String key) {
            this(path, key, 0);
        }
    }

    /** Another language, by its tag and the name that its speakers give it. */
    record Other(String tag, String name) {}

    /** The tag of the language, for the page's own {@code lang}. */
    public String tag() {
        return language.toLanguageTag();
    }

    /** The places of this role. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>(List.of(
                new Place("/today", "nav.today"),
                new Place("/alerts", "nav.alerts"),
                new Place("/levels", "nav.levels"),
                new Place("/screening-log", "nav.log"),
                new Place("/washout", "nav.washout"),
                new Place("/deviations", "nav.deviations"),
                new Place("/queries", "nav.queries", waiting),
                new Place("/sweeps", "nav.sweeps"),
                new Place("/audit", "nav.audit"),
                new Place("/rules/index.html", "nav.rules")));
        if (role == Role.ADMIN) {
            places.add(new Place("/users", "nav.users"));
        }
        return places;
    }

    /** Whether a place is where the page lies. */
    public boolean isAt(Place place) {
        return path.equals(place.path());
    }

    public List<Other> others() {
        return LANGUAGES.stream()
                .filter(other -> !other.equals(language))
                .map(other -> new Other(other.toLanguageTag(), ScreenTexts.say(other, "language")))
                .toList();
    }

    /** Whether this role records and acknowledges. */
    public boolean mayWrite() {
        return role == Role.COORDINATOR || role == Role.INVESTIGATOR;
    }

    /** Whether the password of who looks is kept here, not by an issuer elsewhere. */
    public boolean hasPassword() {
        return !user.startsWith("openid:");
    }

    /** Whether this role signs. */
    public boolean maySign() {
        return role == Role.INVESTIGATOR;
    }

    /** Whether this role asks and marks what others recorded. */
    public boolean mayReview() {
        return role == Role.MONITOR;
    }

    /** A moment as the site's clock shows it. */
    public String when(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(zone));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** The word for a name of the interface: the page's own, else that of the rules, else the name itself. */
    public String word(@Nullable Object name) {
        if (name == null) {
            return "";
        }
        String key = name instanceof Enum<?> value ? value.name() : name.toString();
        String own = ScreenTexts.word(language, key);
        if (own != null) {
            return own;
        }
        String told = texts.find(key, language);
        return told == null ? key : told;
    }

    /** Where a file of the pages lies. */
    public String asset(String name) {
        return Assets.path(name);
    }
}
