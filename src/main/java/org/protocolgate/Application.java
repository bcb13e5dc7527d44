package org.protocolgate;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;

/** Starts the service. */
@OpenAPIDefinition(
        info = @Info(title = "Protocol Gate", version = "${api.version}", license = @License(name = "Apache-2.0")))
public final class Application {

    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
