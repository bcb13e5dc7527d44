package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A participant of a study.
 *
 * @param protocolVersion the newest version at enrolment, which counts until a consent names one
 */
@MappedEntity("participant")
record Enrolled(@Id String code, String study, String protocolVersion, Instant enrolledAt, String enrolledBy) {}
