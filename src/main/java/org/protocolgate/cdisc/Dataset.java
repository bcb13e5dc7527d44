package org.protocolgate.cdisc;

import java.util.List;
import java.util.Map;
import org.protocolgate.importing.Reading;

/**
 * A dataset as it was read.
 *
 * @param study the identifier of the study it is of: its rows are known again by it
 * @param rows a reading of each, by subject, subjects and rows in their order
 */
public record Dataset(String study, Map<String, List<Reading>> rows) {}
