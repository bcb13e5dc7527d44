package org.protocolgate.study;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the signature that came with a request; called within the transaction of what is signed. */
public interface Signing {

    /**
     * The signature under what was sent.
     *
     * @param digest of what was sent
     * @return its identifier, or null where none came with the request
     */
    @Nullable
    UUID under(String digest);
}
