package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** The numbers of one protocol version. A number that is not there is an error, never a default. */
public final class Limits {

    private final Map<String, Limit> limits;
    private final Map<String, BigDecimal> values;
    private final Map<String, Span> spans = new LinkedHashMap<>();

    Limits(Map<String, Limit> limits, Map<String, BigDecimal> values) {
        this.limits = Map.copyOf(limits);
        this.values = Map.copyOf(values);
        values.forEach((key, value) -> {
            Limit limit = limits.get(key);
            if (limit != null && Span.isTime(limit.unit())) {
                spans.put(key, Span.of(value, limit.unit()));
            }
        });
    }

    /** A length of time. */
    public Span span(String key) {
        Span span = spans.get(key);
        if (span == null) {
            throw new NoSuchElementException("limits.yaml has no length of time named " + key);
        }
        return span;
    }

    /** Whether the version has this number; a number of a later one may be missing in an earlier. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A quantity in the unit that the limit states. */
    public BigDecimal number(String key) {
        BigDecimal value = values.get(key);
        if (value == null) {
            throw new NoSuchElementException("limits.yaml has no number named " + key);
        }
        return value;
    }

    public Map<String, Limit> all() {
        return limits;
    }

    /** The same numbers with one of them changed; for showing that the cases notice, and for what-if. */
    public Limits with(String key, BigDecimal value) {
        number(key);
        Map<String, BigDecimal> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Limits(limits, changed);
    }
}
