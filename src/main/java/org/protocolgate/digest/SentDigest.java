package org.protocolgate.digest;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A digest that was sent.
 *
 * @param recipient name of the recipient
 * @param forDay at the site
 * @param event number of the last thing that had happened to an alert
 */
@MappedEntity("digest_sent")
record SentDigest(@Id String recipient, LocalDate forDay, long event, Instant sentAt) {}
