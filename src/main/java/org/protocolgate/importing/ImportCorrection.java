package org.protocolgate.importing;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.UUID;

/** That it was the source that corrected a fact. */
@MappedEntity("import_correction")
record ImportCorrection(@Id UUID fact) {}
