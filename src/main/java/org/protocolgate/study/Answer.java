package org.protocolgate.study;

import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** A decision as it was answered in a language. */
@MappedEntity("decision_answer")
record Answer(UUID decision, String language, String body) {}
