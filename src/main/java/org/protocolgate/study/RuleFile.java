package org.protocolgate.study;

import io.micronaut.data.annotation.MappedEntity;

/** A file of rules that decided. */
@MappedEntity("rule_source")
record RuleFile(String source, String path, String content) {}
