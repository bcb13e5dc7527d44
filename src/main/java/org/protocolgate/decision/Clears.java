package org.protocolgate.decision;

import java.time.LocalDate;
import org.protocolgate.protocol.Anchor;

/**
 * When a finding ceases to stand in the way, all else unchanged.
 *
 * @param anchor the day that would have to be moved
 * @param on the first day to which it could be
 */
public record Clears(Anchor anchor, LocalDate on) {}
