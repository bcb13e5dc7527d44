package org.protocolgate.alert;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Something that happened to an alert, as the stream tells it.
 *
 * @param number its place in the stream; whoever was cut off goes on after the last one that came
 * @param kind RAISED, CHANGED, RESOLVED, ACKNOWLEDGED, SNOOZED or ESCALATED
 * @param alert as it stands now
 */
@Serdeable
@Schema(name = "AlertEvent")
public record EventView(long number, String kind, AlertView alert) {}
