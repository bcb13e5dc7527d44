package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.Chain;
import org.protocolgate.testing.AuditEntries;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.AccountRefusedException;
import org.protocolgate.user.Role;
import org.protocolgate.user.User;
import org.protocolgate.user.Users;

/** Somebody always keeps the accounts. */
@ParameterizedClass
@EnumSource(Database.class)
class LastAdministratorTest {

    private static final int ROUNDS = 10;

    @Parameter
    Database database;

    private Service service;
    private Users users;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    @BeforeEach
    void start() {
        service = Service.start(database, Map.of());
        users = service.bean(Users.class);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        service.close();
    }

    @Test
    void theLastOneIsNeitherDeactivatedNorGivenAnotherRole() {
        assertThat(service.post(Role.ADMIN, "/api/users/admin/deactivation", null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(service.post(Role.ADMIN, "/api/users/admin/role", "{\"role\": \"MONITOR\"}")
                        .statusCode())
                .isEqualTo(409);
        users.add("second", Role.ADMIN, Service.PASSWORD, Actor.SERVICE);
        users.deactivate("second", Actor.SERVICE);
        assertThatThrownBy(() -> users.deactivate("admin", Actor.SERVICE)).isInstanceOf(AccountRefusedException.class);
        users.activate("second", Actor.SERVICE);
        assertThat(service.post(Role.ADMIN, "/api/users/admin/role", "{\"role\": \"MONITOR\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(service.get(Role.ADMIN, "/api/users").statusCode())
                .as("the token of the old role")
                .isEqualTo(401);
        assertThat(new AuditEntries(service).of(Chain.SYSTEM))
                .contains("ACCOUNT_CHANGED admin ADMIN admin {\"role\":\"MONITOR\"}");
    }

    @Test
    void twoWhoDeactivateEachOtherDoNotBothSucceed() throws Exception {
        users.add("second", Role.ADMIN, Service.PASSWORD, Actor.SERVICE);
        CyclicBarrier together = new CyclicBarrier(2);
        for (int round = 0; round < ROUNDS; round++) {
            List<Future<Boolean>> done =
                    threads.invokeAll(List.of(deactivation("admin", together), deactivation("second", together)));
            assertThat(done.get(0).get()).isNotEqualTo(done.get(1).get());
            assertThat(users.list().stream().filter(user -> user.role() == Role.ADMIN && user.active()))
                    .hasSize(1);
            for (User user : users.list()) {
                users.activate(user.name(), Actor.SERVICE);
            }
        }
    }

    private Callable<Boolean> deactivation(String name, CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                users.deactivate(name, Actor.SERVICE);
                return true;
            } catch (AccountRefusedException e) {
                return false;
            }
        };
    }
}
