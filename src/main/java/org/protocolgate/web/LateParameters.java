package org.protocolgate.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The parameters by which late entries are filtered, for the description of the interface: {@link LateAsked} reads them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "days",
        in = ParameterIn.QUERY,
        description =
                "Recorded more than so many days after it happened; 7 where nothing is said, 0 with `afterInfusion`.",
        schema = @Schema(type = "integer", minimum = "0", defaultValue = "7"))
@Parameter(name = "participant", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "type", in = ParameterIn.QUERY, description = "Of the facts.", schema = @Schema(type = "string"))
@Parameter(
        name = "sinceEnrolment",
        in = ParameterIn.QUERY,
        description = "What happened before the participant was enrolled is left out.",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@Parameter(
        name = "afterInfusion",
        in = ParameterIn.QUERY,
        description = "Only what was recorded after an infusion and speaks of days before it.",
        schema = @Schema(type = "boolean", defaultValue = "false"))
@interface LateParameters {}
