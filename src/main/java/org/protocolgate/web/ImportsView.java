package org.protocolgate.web;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.protocolgate.importing.ImportReport;

/** What became of the data of many subjects. */
@Serdeable
@Schema(name = "ImportReports")
record ImportsView(
        @Schema(
                description =
                        "Of each subject who is enrolled under the name that the file has, or whom a mapping names.")
        List<ImportReport> participants,

        @Schema(description = "Subjects of whom nobody is enrolled: nothing of them was taken.")
        List<String> notEnrolled) {}
