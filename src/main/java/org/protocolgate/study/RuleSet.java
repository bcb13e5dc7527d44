package org.protocolgate.study;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A set of rules that decided.
 *
 * @param source under which its files are kept
 * @param engine the build that evaluated them
 */
@MappedEntity("rule_set")
record RuleSet(@Id String digest, String study, String version, String source, String engine, Instant recordedAt) {}
