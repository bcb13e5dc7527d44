package org.protocolgate.telling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Entry;
import org.protocolgate.protocol.Texts;

/** Every entry of the audit log can be told as a sentence, in both languages, whatever it lacks. */
class TellingTest {

    private static final ResourceBundle ENGLISH = Telling.bundle(Locale.ENGLISH);
    private static final ResourceBundle CHINESE = Telling.bundle(Texts.CHINESE);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Texts.CHINESE);

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionHasATemplateInBothLanguages(Action action) {
        assertThat(ENGLISH.containsKey(action.name())).isTrue();
        assertThat(CHINESE.containsKey(action.name())).isTrue();
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndSlots() {
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(ENGLISH.keySet())
                .allSatisfy(key -> assertThat(Texts.slots(CHINESE.getString(key)))
                        .as(key)
                        .isEqualTo(Texts.slots(ENGLISH.getString(key))));
    }

    @Test
    void aTemplateOfAStatusBelongsToAnAction() {
        List<String> actions = Arrays.stream(Action.values()).map(Action::name).toList();
        assertThat(ENGLISH.keySet().stream()
                        .filter(key -> key.matches("[A-Z_]+(\\..*)?"))
                        .map(key -> key.replaceAll("\\..*", "")))
                .allMatch(actions::contains);
    }

    @Test
    void nothingIsNeededThatAnEntryMayLack() {
        assertThat(Stream.of(ENGLISH, CHINESE)
                        .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
                        .flatMap(text -> new Template(text).needed().stream()))
                .containsOnly("user");
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void anEntryThatLacksEverythingIsStillASentence(Action action) {
        for (Locale language : LANGUAGES) {
            for (String details : List.of("{}", "", "no JSON", "[1]", "null", "{\"numbers\":null,\"warnings\":[]}")) {
                String says = Telling.of(entry(action.name(), "anna", null, null, null, null, details), language);
                assertThat(says)
                        .matches(language == Locale.ENGLISH ? "[A-Za-z][^\\[\\]{}|]*[a-z]\\." : "[^\\[\\]{}|]+。")
                        .doesNotContain("  ", " .", " ,", " :");
            }
        }
    }

    @Test
    void noSentenceNeedsMoreThanItsUser() {
        for (ResourceBundle texts : List.of(ENGLISH, CHINESE)) {
            assertThat(texts.keySet().stream().filter(key -> key.matches("[A-Z_]+(\\..*)?")))
                    .allSatisfy(key -> assertThat(new Template(texts.getString(key)).filled(Map.of("user", "anna")))
                            .matches(texts == ENGLISH ? "[A-Za-z][^\\[\\]{}|]*[a-z]\\." : "[^\\[\\]{}|]+。")
                            .doesNotContain("  ", " .", " ,", " :", " 。", "： "));
        }
    }

    @Test
    void whatWasNeverAnActionIsToldByItsName() {
        assertThat(Telling.of(entry("JUMPED", "anna", null, null, null, null, "{}"), Locale.ENGLISH))
                .isEqualTo("JUMPED");
    }

    @Test
    void whatIsToldStaysInOneLineAndFillsNoFurtherSlots() {
        Entry entry =
                entry("SIGNED", "anna", null, null, null, null, "{\"meaning\":\"yes\\nroot\\t{user} [x] $1\\u2028.\"}");
        assertThat(Telling.of(entry, Locale.ENGLISH)).isEqualTo("anna signed: \"yes root {user} [x] $1 .\".");
    }

    @Test
    void theInfusion() {
        told(
                entry("INFUSION_AUTHORISED", "investigator", "3.0e8", null, null, null, """
                        {"on": "2026-03-10", "cells": "3.0e8"}"""),
                "investigator authorised the infusion of CT-001 on 2026-03-10 with 3.0e8 cells.",
                "investigator 授权 CT-001 于 2026-03-10 回输，细胞数 3.0e8。");
        told(
                entry("AUTHORISATION_ENDED", "service", "3.0e8", null, null, "LAPSED", "{\"on\": \"2026-03-11\"}"),
                "The authorisation of CT-001 for 2026-03-11 lapsed.",
                "CT-001 的 2026-03-11 回输授权过期。");
        told(
                entry("AUTHORISATION_ENDED", "anna", "3.0e8", "SENT-01", null, "VOID", """
                        {"on": "2026-03-11", "criteria": ["SENT-01", "EXC-13"]}"""),
                "The authorisation of CT-001 for 2026-03-11 became void: SENT-01, EXC-13.",
                "CT-001 的 2026-03-11 回输授权失效：SENT-01, EXC-13。");
        told(
                entry("FACT_RECORDED", "coordinator", null, null, null, null, """
                        {"type": "milestone", "kind": "INFUSION_STARTED"}"""),
                "coordinator recorded the fact milestone INFUSION_STARTED of CT-001.",
                "coordinator 记录了 CT-001 的事实 milestone INFUSION_STARTED。");
        told(
                entry("FACT_RECORDED", "investigator", null, null, null, null, """
                        {"type": "dltAssessment", "signature": "0199c2a4-5d1e-7c3a-9f00-1a2b3c4d5e6f"}"""),
                "investigator recorded and signed the fact dltAssessment of CT-001.",
                "investigator 记录并签署了 CT-001 的事实 dltAssessment。");
    }

    @Test
    void theDeviation() {
        String on = "{\"gate\": \"INFUSION\", \"on\": \"2026-03-10\", \"other\": \"CT-002\"}";
        told(
                entry("DEVIATION_FOUND", "service", null, null, null, "NOT_AUTHORISED", on),
                "A deviation was found: the infusion of CT-001 on 2026-03-10 without an authorisation that was open.",
                "发现方案偏离：CT-001 的回输（2026-03-10）没有有效授权。");
        told(
                entry("DEVIATION_FOUND", "service", null, "SENT-01", null, "CRITERION_NOT_MET", on),
                "A deviation was found: the infusion of CT-001 on 2026-03-10 although SENT-01 was not met.",
                "发现方案偏离：CT-001 的回输（2026-03-10）时不符合 SENT-01。");
        told(
                entry("DEVIATION_FOUND", "service", null, "SENT-01", null, "SENTINEL_CHANGED", on),
                "A deviation was found: by what was recorded of CT-001, SENT-01 was not met at the infusion of CT-002 on"
                        + " 2026-03-10.",
                "发现方案偏离：按 CT-001 的记录，CT-002 的回输（2026-03-10）时不符合 SENT-01。");
        told(
                entry("DEVIATION_CONTINUED", "anna", null, "SENT-01", null, "COMPLETED", "{}"),
                "anna completed a deviation from SENT-01 of CT-001.",
                "anna 完成了 CT-001 一项违反 SENT-01 的方案偏离的填写。");
    }

    @Test
    void theAnswer() {
        told(
                entry("DECISION_MADE", "coordinator", null, null, null, "HOLD", """
                        {"gate": "INFUSION", "on": "2026-03-17", "earliest": "2026-03-24", "rules": 60}"""),
                "coordinator asked about the infusion of CT-001 on 2026-03-17: HOLD, earliest 2026-03-24.",
                "coordinator 询问 CT-001 的回输（2026-03-17）：HOLD，最早 2026-03-24。");
        told(
                entry(
                        "RULE_FIRED",
                        "coordinator",
                        null,
                        "SENT-01",
                        "SENT-01 not met - the sentinel is still observed",
                        "NOT_MET",
                        "{}"),
                "Rule \"SENT-01 not met - the sentinel is still observed\" fired for CT-001: SENT-01 NOT_MET.",
                "规则“SENT-01 not met - the sentinel is still observed”对 CT-001 触发：SENT-01 NOT_MET。");
    }

    @Test
    void theLevel() {
        String details = """
                {"level": "%s", "on": "2026-05-01", "numbers": {"treated": 3, "evaluable": 3, "dlts": 1, "inWindow": []},
                 "advice": {"i3plus3": "STAY", "boin": "STAY"}, "warnings": %s, "reason": "sha256:0"}""";
        told(
                entry(
                        "DOSE_DECIDED",
                        "investigator",
                        "3.0e8",
                        null,
                        null,
                        "ESCALATE",
                        details.formatted("4.5e8", "[\"AGAINST_I3PLUS3\", \"AGAINST_BOIN\"]")),
                "investigator decided ESCALATE from 3.0e8 to 4.5e8 (treated 3, evaluable 3, DLTs 1); advised was STAY by"
                        + " i3+3, STAY by BOIN; warned: against the advice of i3+3, against the advice of BOIN.",
                "investigator 决定 ESCALATE，自 3.0e8 至 4.5e8（已治疗 3，可评估 3，DLT 1）；i3+3 建议 STAY，BOIN 建议 STAY；警告：与 i3+3"
                        + " 的建议不同, 与 BOIN 的建议不同。");
        assertThat(Telling.of(
                        entry("DOSE_DECIDED", "anna", "3.0e8", null, null, "STAY", details.formatted("3.0e8", "[]")),
                        Locale.ENGLISH))
                .startsWith("anna decided STAY at 3.0e8 (treated 3")
                .endsWith("by BOIN.");
    }

    /** Every word of the bundle stands for something that an entry says; whoever renames that has to rename the word. */
    @ParameterizedTest
    @ValueSource(strings = {"gate", "equal", "active", "whole", "format", "warnings"})
    void wordsAreFoundByTheNameOfTheirSlot(String slot) throws JsonProcessingException {
        List<String> words = ENGLISH.keySet().stream()
                .filter(key -> key.startsWith(slot + "."))
                .toList();
        assertThat(words).isNotEmpty();
        for (String word : words) {
            String value = word.substring(slot.length() + 1);
            Object sent = value.equals("true") || value.equals("false") ? Boolean.valueOf(value) : value;
            String details = new ObjectMapper().writeValueAsString(Map.of(slot, sent));
            assertThat(Slots.of(entry("SIGNED", "anna", null, null, null, null, details), ENGLISH))
                    .containsEntry(slot, ENGLISH.getString(word));
        }
    }

    private static void told(Entry entry, String english, String chinese) {
        assertThat(Telling.of(entry, Locale.ENGLISH)).isEqualTo(english);
        assertThat(Telling.of(entry, Texts.CHINESE)).isEqualTo(chinese);
    }

    private static Entry entry(
            String action,
            String user,
            @Nullable String level,
            @Nullable String criterion,
            @Nullable String rule,
            @Nullable String status,
            String details) {
        boolean bare = level == null && criterion == null && status == null && !details.contains("\"type\"");
        return new Entry(
                UUID.fromString("0199c2a4-5d1e-7c3a-9f00-1a2b3c4d5e6f"),
                "participant:CT-001",
                1,
                Instant.parse("2026-03-10T04:00:00Z"),
                user,
                "INVESTIGATOR",
                action,
                bare ? null : "CT-001",
                level,
                criterion,
                rule,
                status,
                null,
                null,
                details,
                "");
    }
}
