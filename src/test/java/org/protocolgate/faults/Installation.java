package org.protocolgate.faults;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.protocolgate.audit.Actor;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;
import org.protocolgate.user.Users;

/** What a site sets up before it starts the program: a database, and users. */
final class Installation {

    private Installation() {}

    /** @param data where the program keeps its data by default */
    static Map<String, String> environment(Database database, Path data) {
        return database == Database.H2 ? Map.of("PROTOCOL_GATE_DATA", data.toString()) : variables(database.fresh());
    }

    /** Settings as the variables that a site sets. */
    static Map<String, String> variables(Map<String, Object> settings) {
        Map<String, String> variables = new HashMap<>();
        settings.forEach((name, value) ->
                variables.put(name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value.toString()));
        return variables;
    }

    /** Users that are named after their role in small letters. */
    static void addUsers(Map<String, String> environment, Role... roles) {
        Map<String, Object> settings = new HashMap<>();
        environment.forEach((name, value) -> settings.put(
                name.equals("PROTOCOL_GATE_DATA")
                        ? "protocol-gate.data"
                        : name.toLowerCase(Locale.ROOT).replace('_', '.'),
                value));
        settings.put("protocol-gate.secret", Program.SECRET);
        try (ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(settings)
                .start()) {
            Users users = context.getBean(Users.class);
            for (Role role : roles) {
                users.add(role.name().toLowerCase(Locale.ROOT), role, Service.PASSWORD, Actor.SERVICE);
            }
        }
    }
}
