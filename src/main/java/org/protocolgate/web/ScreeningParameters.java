package org.protocolgate.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.protocolgate.decision.Verdict;
import org.protocolgate.study.ScreeningLine;

/** The parameters by which the screening log is filtered, for the description of the interface. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "participant",
        in = ParameterIn.QUERY,
        description = "What the code begins with.",
        schema = @Schema(type = "string"))
@Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = ScreeningLine.State.class))
@Parameter(name = "level", in = ParameterIn.QUERY, schema = @Schema(type = "string", example = "3.0e8"))
@Parameter(
        name = "verdict",
        in = ParameterIn.QUERY,
        description = "Of the last answer.",
        schema = @Schema(implementation = Verdict.class))
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "First day of the start of screening, else of the consent.",
        schema = @Schema(type = "string", format = "date"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "Last such day.",
        schema = @Schema(type = "string", format = "date"))
@interface ScreeningParameters {}
