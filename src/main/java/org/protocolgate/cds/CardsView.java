package org.protocolgate.cds;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The cards of an answer; none where the patient is no participant. */
@Serdeable
@Schema(name = "CdsCards")
public record CardsView(List<Card> cards) {}
