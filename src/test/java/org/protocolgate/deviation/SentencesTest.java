package org.protocolgate.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.protocolgate.protocol.Texts;
import org.protocolgate.study.Authority;

/** What is told of a deviation is told in both languages. */
class SentencesTest {

    private static final ResourceBundle ENGLISH = Sentences.bundle(Locale.ENGLISH);
    private static final ResourceBundle CHINESE = Sentences.bundle(Texts.CHINESE);

    @Test
    void everyReasonHasItsSentenceInBoth() {
        List<String> keys = Stream.concat(
                        Arrays.stream(Authority.How.values())
                                .filter(how -> how != Authority.How.GIVEN)
                                .map(Authority.How::name),
                        Stream.of("changed"))
                .toList();
        assertThat(ENGLISH.keySet()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(CHINESE.keySet()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void allPlacesAreFilledInBoth() {
        assertThat(Sentences.say("changed", language -> List.of("one", "two", "three", language)))
                .containsOnlyKeys("en", "zh-CN")
                .allSatisfy((language, said) -> assertThat(said)
                        .contains("one", "two", "three", language)
                        .doesNotContain("{", "}"));
    }
}
