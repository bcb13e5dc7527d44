package org.protocolgate.participant;

/** One recorded statement about a participant. Facts are never changed: a correction is a new fact with a reason. */
public sealed interface Fact permits Dated, Lasting {

    Entry entry();

    default String ref() {
        return entry().ref();
    }

    default int rank() {
        return entry().rank();
    }
}
