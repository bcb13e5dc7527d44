package org.protocolgate.study;

import java.util.List;

/**
 * What may be judged otherwise since something was recorded.
 *
 * @param records identifiers of what was recorded or corrected by it of a participant who was infused, as far as it bears on
 *     others; empty where nothing was
 */
public record Reconsidered(List<Past> pasts, List<String> records) {

    static final Reconsidered NOTHING = new Reconsidered(List.of(), List.of());
}
