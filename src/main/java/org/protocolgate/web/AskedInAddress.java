package org.protocolgate.web;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.protocolgate.intake.FaultWords;
import org.protocolgate.intake.RefusedException;
import org.protocolgate.intake.Violation;
import org.protocolgate.screen.Address;

/** What the form of a list sends in the address. */
final class AskedInAddress {

    private static final String BEFORE = "before";

    private AskedInAddress() {}

    /** What was typed, by name, but for the place in the list. */
    static Map<String, String> of(HttpRequest<?> request) {
        Map<String, String> asked = all(request.getParameters());
        asked.remove(BEFORE);
        return asked;
    }

    /** A form sends its empty fields as well: the same address without them is the one to keep. */
    static Optional<HttpResponse<?>> shortened(HttpRequest<?> request) {
        Map<String, String> all = all(request.getParameters());
        return all.values().stream().noneMatch(String::isBlank)
                ? Optional.empty()
                : Optional.of(HttpResponse.seeOther(URI.create(Address.of(request.getPath(), all))));
    }

    /** What is wrong with each field. */
    static Map<String, String> faults(RefusedException refused, Locale language) {
        return FaultWords.say(refused.violations(), language).stream()
                .collect(Collectors.toMap(
                        violation -> violation.pointer().replace("/", ""),
                        Violation::message,
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private static Map<String, String> all(HttpParameters parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : parameters.names()) {
            List<String> values = parameters.getAll(name);
            all.put(name, values.isEmpty() ? "" : values.get(0).strip());
        }
        return all;
    }
}
