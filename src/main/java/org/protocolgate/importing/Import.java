package org.protocolgate.importing;

import java.util.List;

/**
 * What was sent, as it was read.
 *
 * @param format its name, for the audit log
 * @param system the system it came from
 * @param digest of what was sent
 * @param whole whether nothing is stored where a record cannot be read
 */
public record Import(String format, String system, String digest, boolean whole, List<Reading> readings) {}
