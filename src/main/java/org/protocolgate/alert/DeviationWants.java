package org.protocolgate.alert;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.protocolgate.deviation.DeviationBook;
import org.protocolgate.deviation.DeviationView;
import org.protocolgate.protocol.Texts;

/** Deviations that nobody has completed yet. */
@Singleton
final class DeviationWants {

    private final DeviationBook deviations;

    DeviationWants(DeviationBook deviations) {
        this.deviations = deviations;
    }

    List<Wanted> of(String participant) {
        List<DeviationView> english = deviations.drafts(participant, Locale.ENGLISH);
        List<DeviationView> chinese = english.isEmpty() ? english : deviations.drafts(participant, Texts.CHINESE);
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < english.size(); i++) {
            DeviationView one = english.get(i);
            wanted.add(new Wanted(
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
