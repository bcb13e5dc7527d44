package org.protocolgate.protocol;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a protocol says of dose levels.
 *
 * @param levels keys of the planned levels among the limits, the lowest first
 * @param dlt key of the length of the DLT observation
 * @param observation key of the length of the sentinel's observation
 * @param asks the criteria that speak of a level rather than of a participant
 * @param sentinel the one of them that the sentinel stands for
 */
public record Dosing(List<String> levels, String dlt, String observation, List<String> asks, String sentinel) {

    public Dosing {
        levels = List.copyOf(levels);
        asks = List.copyOf(asks);
    }

    /** The planned levels, in cells, the lowest first. */
    public List<BigDecimal> planned(Limits limits) {
        return levels.stream().map(limits::number).toList();
    }

    public BigDecimal lowest(Limits limits) {
        return limits.number(levels.get(0));
    }

    public BigDecimal highest(Limits limits) {
        return limits.number(levels.get(levels.size() - 1));
    }

    /** Whether a level lies from the lowest to the highest planned one. */
    public boolean allows(BigDecimal level, Limits limits) {
        return level.compareTo(lowest(limits)) >= 0 && level.compareTo(highest(limits)) <= 0;
    }

    public Span dltWindow(Limits limits) {
        return limits.span(dlt);
    }

    public Span observation(Limits limits) {
        return limits.span(observation);
    }
}
