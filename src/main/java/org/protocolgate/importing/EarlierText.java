package org.protocolgate.importing;

import io.micronaut.core.annotation.Introspected;

/** The text of a fact that was taken over before. */
@Introspected
record EarlierText(String sourceRecord, String body, boolean withdrawn) {}
