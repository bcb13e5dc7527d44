package org.protocolgate.study;

import java.util.List;
import java.util.Map;

/**
 * A stored decision with all that it rests on.
 *
 * @param decision what was asked and answered, when and for whom
 * @param answer as it was sent, JSON, in the language asked for
 * @param answers digest of the answer in each language, by the language's tag
 * @param dossier digest of the facts that were known of the participant
 * @param fired digest of the rules that fired, each with its facts
 * @param facts those that were known of the participant when it was made, corrected ones included
 * @param others of each other participant that counted, the number of the newest entry that was known
 */
public record Docket(
        HistoryView decision,
        String participant,
        String answer,
        Map<String, String> answers,
        String dossier,
        String fired,
        List<FactView> facts,
        Map<String, Long> others) {}
