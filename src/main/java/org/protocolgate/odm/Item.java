package org.protocolgate.odm;

import org.jspecify.annotations.Nullable;

/**
 * A value of an item.
 *
 * @param value null where the source says that there is none, or took it back
 * @param unit OID of the unit that it was measured in, as the value itself says
 */
record Item(String oid, @Nullable String value, @Nullable String unit) {}
