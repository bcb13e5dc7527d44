package org.protocolgate.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a rule folder, read once: the unit that is compiled, digested and stored. */
public final class RuleFolder {

    private final SortedMap<String, String> files;

    private RuleFolder(SortedMap<String, String> files) {
        this.files = files;
    }

    /** The rules that came with the product. */
    public static RuleFolder bundled() {
        URL marker = RuleFolder.class.getResource("/rules/README.md");
        if (marker == null) {
            throw new FaultyRulesException(List.of("rules/README.md: the product was built without its rules"));
        }
        try {
            URI uri = marker.toURI();
            if (!uri.getScheme().equals("jar")) {
                return of(Path.of(uri).resolveSibling(""));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return of(jar.getPath("/rules"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the rules in the jar cannot be read", e);
        }
    }

    /** The rules in a folder of the file system. */
    public static RuleFolder of(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new FaultyRulesException(List.of(folder + ": the folder cannot be read: " + e));
        } catch (UncheckedIOException e) {
            throw new FaultyRulesException(List.of(folder + ": the folder cannot be read: " + e.getCause()));
        }
        return new RuleFolder(files);
    }

    /** A folder given as its files' texts, such as one stored with an old decision. */
    public static RuleFolder of(Map<String, String> files) {
        return new RuleFolder(new TreeMap<>(files));
    }

    /** The text of a file by its path inside the folder. */
    public String text(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new FaultyRulesException(List.of(path + ": the file is missing"));
        }
        return text;
    }

    /** All files by path, in the order of their paths. */
    public SortedMap<String, String> files() {
        return new TreeMap<>(files);
    }

    /** The studies in the folder: those of its sub-folders that hold a {@code protocol.yaml}. */
    List<String> studies() {
        return files.keySet().stream()
                .filter(path -> path.endsWith("/protocol.yaml"))
                .map(path -> path.substring(0, path.length() - "/protocol.yaml".length()))
                .toList();
    }

    /** The files of a study with this ending. */
    List<String> paths(String study, String ending) {
        return files.keySet().stream()
                .filter(path -> path.startsWith(study + "/") && path.endsWith(ending))
                .toList();
    }

    /** SHA-256 over the paths and texts that decide for a study: its own files and the terminology, cases and notes left out. */
    public String digest(String study, String... more) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            files.forEach((path, text) -> {
                boolean decides = path.startsWith(study + "/") || path.startsWith("terminology/");
                if (decides
                        && !path.endsWith(".cases.yaml")
                        && !path.endsWith("baseline.yaml")
                        && !path.endsWith(".md")) {
                    update(sha, path);
                    update(sha, text);
                }
            });
            for (String part : more) {
                update(sha, part);
            }
            return "sha256:" + HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) ':');
        sha.update(bytes);
    }
}
