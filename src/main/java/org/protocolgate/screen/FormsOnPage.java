package org.protocolgate.screen;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms on the page of a participant, each with identifiers of its own; none for who may not write. */
final class FormsOnPage implements ToDo.Forms {

    private final FactForms forms;
    private final String code;
    private final Frame frame;
    private int number;

    FormsOnPage(FactForms forms, String code, Frame frame) {
        this.forms = forms;
        this.code = code;
        this.frame = frame;
    }

    @Override
    public Optional<FactForm> make(String type, Map<String, String> typed, @Nullable String of) {
        if (!frame.mayWrite() || !forms.types(frame.maySign()).contains(type)) {
            return Optional.empty();
        }
        number++;
        return Optional.of(forms.of(of == null ? code : of, type, "t" + number + "-", typed, frame.maySign()));
    }

    @Override
    public boolean isForInvestigator(String type) {
        return FactFields.SIGNED.contains(type) && !frame.maySign();
    }

    @Override
    public String word(Enum<?> name) {
        return frame.word(name);
    }
}
