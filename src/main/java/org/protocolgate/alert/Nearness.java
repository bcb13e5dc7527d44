package org.protocolgate.alert;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How near a day has to be for an alert: the site's choice, no number of the protocol.
 *
 * @param stopDays so many days before a gate, what is not met stops somebody
 * @param dueDays so many days before its last day, what is missing is asked for
 */
@ConfigurationProperties("protocol-gate.alerts")
record Nearness(
        @Bindable(defaultValue = "3") int stopDays,
        @Bindable(defaultValue = "2") int dueDays) {}
