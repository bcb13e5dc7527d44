package org.protocolgate.calendar;

import java.util.Locale;
import org.protocolgate.protocol.Texts;

/** What the calendar says of its own, in one language. */
enum Phrases {
    PLANNED("%s planned", "计划%s"),
    AUTHORISED("%s authorised", "已授权%s"),
    UNANSWERED("to be answered: %s", "待答复：%s"),
    CLEARS("may be met from this day on: %s", "自该日起可满足：%s"),
    DUTY_ENDS("last day: %s", "最后一天：%s"),
    FAILED("could not be evaluated, its days are missing here", "无法评估，此处缺少其日期");

    private final String english;
    private final String chinese;

    Phrases(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Locale language, Object... of) {
        boolean inChinese = language.getLanguage().equals(Texts.CHINESE.getLanguage());
        return String.format(Locale.ROOT, inChinese ? chinese : english, of);
    }
}
