package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.deviation.DeviationView;
import org.protocolgate.deviation.Drafts;
import org.protocolgate.protocol.Texts;

/** Deviations that nobody has completed yet. */
@Singleton
final class DeviationWants {

    private final Drafts drafts;

    DeviationWants(Drafts drafts) {
        this.drafts = drafts;
    }

    /** By participant. */
    Map<String, List<Wanted>> of(List<String> participants) {
        List<DeviationView> english = drafts.of(participants, Locale.ENGLISH);
        List<DeviationView> chinese = english.isEmpty() ? english : drafts.of(participants, Texts.CHINESE);
        Map<String, List<Wanted>> wanted = new HashMap<>();
        for (int i = 0; i < english.size(); i++) {
            DeviationView one = english.get(i);
            wanted.computeIfAbsent(one.participant(), code -> new ArrayList<>())
                    .add(new Wanted(
                            one.criterion(),
                            Cause.DEVIATION,
                            one.id().toString(),
                            Severity.ACTION,
                            one.happenedOn() + ": " + one.what(),
                            chinese.get(i).happenedOn() + "：" + chinese.get(i).what(),
                            null));
        }
        return wanted;
    }
}
