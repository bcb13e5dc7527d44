package org.protocolgate.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.protocolgate.deviation.DeviationView;

/** The parameters by which deviations are filtered, for the description of the interface. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "participant", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "criterion", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = DeviationView.State.class))
@interface DeviationParameters {}
