package org.protocolgate.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.protocolgate.audit.Action;

/** The parameters by which the audit log is filtered, for the description of the interface: {@link AddressIn} reads them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(name = "participant", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "level", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "criterion", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "rule", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "decision", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "uuid"))
@Parameter(name = "user", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
@Parameter(name = "action", in = ParameterIn.QUERY, schema = @Schema(implementation = Action.class))
@Parameter(
        name = "without",
        in = ParameterIn.QUERY,
        description = "Actions to leave out, with commas between them: `RULE_FIRED,SIGNED`.",
        schema = @Schema(type = "string"))
@Parameter(
        name = "from",
        in = ParameterIn.QUERY,
        description = "A day of the site, or a moment with its offset.",
        schema = @Schema(type = "string"))
@Parameter(
        name = "to",
        in = ParameterIn.QUERY,
        description = "A day of the site, itself included; or the moment from which on entries are left out.",
        schema = @Schema(type = "string"))
@Parameter(
        name = "reviewed",
        in = ParameterIn.QUERY,
        description =
                "Decisions and fired rules alone: those that a monitor marked as reviewed, or those that none did.",
        schema = @Schema(type = "boolean"))
@interface AuditFilterParameters {}
