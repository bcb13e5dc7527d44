package org.protocolgate.protocol;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads the sentences of a study. */
final class TextsFile {

    private TextsFile() {}

    static Texts read(RuleFolder folder, String study) {
        return new Texts(properties(folder, study, "en"), properties(folder, study, "zh_CN"));
    }

    /** The words of the terminology and the sentences of the study, which may not share a key. */
    private static Map<String, String> properties(RuleFolder folder, String study, String language) {
        Map<String, String> all = properties(folder, "terminology/words_" + language + ".properties");
        String path = study + "/texts_" + language + ".properties";
        properties(folder, path).forEach((key, sentence) -> {
            if (all.put(key, sentence) != null) {
                throw new FaultyRulesException(
                        List.of(path + ": " + key + ": it is a word of the terminology already"));
            }
        });
        return all;
    }

    private static Map<String, String> properties(RuleFolder folder, String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(folder.text(path)));
        } catch (IOException | IllegalArgumentException e) {
            throw new FaultyRulesException(List.of(path + ": " + e.getMessage()));
        }
        Map<String, String> sentences = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> sentences.put(key, properties.getProperty(key)));
        return sentences;
    }
}
