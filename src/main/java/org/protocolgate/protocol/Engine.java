package org.protocolgate.protocol;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kie.api.KieServices;

/** The build of what evaluates: the rule engine's version and the bytes of the vocabulary that the rules speak. */
final class Engine {

    private static final String ROOT = "org/protocolgate";
    private static final List<String> DECIDING = List.of("participant", "protocol", "evaluation", "decision");

    private Engine() {}

    /** A text that differs whenever another build of the engine could answer otherwise. */
    static String build() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            URL here = Engine.class.getResource("Engine.class");
            if (here != null && here.getProtocol().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(here.toURI(), Map.of())) {
                    digest(jar.getPath("/" + ROOT), sha);
                }
            } else if (here != null) {
                Path protocol = Path.of(here.toURI()).resolveSibling("");
                digest(protocol.resolveSibling(""), sha);
            }
            String drools = KieServices.class.getPackage().getImplementationVersion();
            return "drools " + drools + " vocabulary " + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException | IOException | URISyntaxException e) {
            throw new IllegalStateException("the engine's own build cannot be read", e);
        }
    }

    private static void digest(Path root, MessageDigest sha) throws IOException {
        for (String name : DECIDING) {
            Path folder = root.resolve(name);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sha.update(Files.readAllBytes(file));
                }
            }
        }
    }
}
