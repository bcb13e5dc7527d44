package org.protocolgate.odm;

/** What is to be done with an element of the data. */
enum Transaction {
    INSERT,
    UPDATE,
    REMOVE,
    UPSERT,
    CONTEXT
}
