package org.protocolgate.odm;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of items: what one page or row of a form holds.
 *
 * @param path the event, form and group with their repeat keys; of what is removed with all that is below it, as far as it is said
 * @param transaction what is to be done with it; null where a transactional file does not say
 * @param items by OID, in their order
 * @param at when the newest of them was entered, as an audit record says
 */
record Group(
        String subject,
        String path,
        @Nullable String event,
        @Nullable String form,
        @Nullable String oid,
        @Nullable Transaction transaction,
        Map<String, Item> items,
        @Nullable String at) {

    /** Whether it stands for everything below its path. */
    boolean isAll() {
        return oid == null;
    }
}
