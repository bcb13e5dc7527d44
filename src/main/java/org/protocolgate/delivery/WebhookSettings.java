package org.protocolgate.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How webhooks are called.
 *
 * @param allowPrivate whether they may be at private and loopback addresses
 * @param httpHosts hosts that may be called without encryption
 * @param patience for an answer
 */
@ConfigurationProperties("protocol-gate.webhooks")
record WebhookSettings(
        @Bindable(defaultValue = "false") boolean allowPrivate,
        @Bindable(defaultValue = "") List<String> httpHosts,
        @Bindable(defaultValue = "10s") Duration patience) {

    WebhookSettings {
        httpHosts = httpHosts.stream().map(String::strip).toList();
    }
}
