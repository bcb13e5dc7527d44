package org.protocolgate.delivery;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** That a webhook said that it wants no more. */
@MappedEntity("webhook_disabled")
record DisabledWebhook(@Id String recipient, Instant disabledAt) {}
