package org.protocolgate.alert;

import java.util.List;

/** Something that delivers alerts. */
public interface AlertDelivery {

    /**
     * Notes what it has to do later, within the transaction of what caused it.
     *
     * @param happened what happened to alerts of one study at one moment, in order; there may be very many
     */
    void note(List<Occurrence> happened);
}
