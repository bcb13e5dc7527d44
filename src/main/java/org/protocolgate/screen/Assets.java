package org.protocolgate.screen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.protocolgate.audit.Digest;

/**
 * The files that the pages load beside their own text. Each lies under an address that names its content, so that a browser
 * may keep it for as long as it likes.
 */
public final class Assets {

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final int DIGITS = 12;

    private static final Map<String, Asset> ALL = new TreeMap<>(Map.of(
            "screen.css", read("/screens/screen.css", "text/css;charset=utf-8"),
            "icon.svg", read("/screens/icon.svg", "image/svg+xml;charset=utf-8"),
            "htmx.js", read(WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js", "text/javascript;charset=utf-8"),
            "sse.js", read(WEBJARS + "htmx-ext-sse/2.2.2/sse.js", "text/javascript;charset=utf-8")));

    private Assets() {}

    /**
     * A file.
     *
     * @param digest the beginning of the digest of its content
     */
    public record Asset(byte[] content, String type, String digest) {}

    static String path(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no file of the pages is named " + name);
        }
        return "/assets/" + asset.digest() + "/" + name;
    }

    /** The file under an address, or nothing where the name is none or the content is another by now. */
    public static Optional<Asset> find(String digest, String name) {
        return Optional.ofNullable(ALL.get(name)).filter(asset -> asset.digest().equals(digest));
    }

    private static Asset read(String place, String type) {
        try (InputStream file = Assets.class.getResourceAsStream(place)) {
            if (file == null) {
                throw new IllegalStateException("the product was built without " + place);
            }
            byte[] content = file.readAllBytes();
            String digest = Digest.of(content);
            return new Asset(
                    content, type, digest.substring(digest.indexOf(':') + 1).substring(0, DIGITS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
