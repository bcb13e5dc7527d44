package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;
import org.slf4j.LoggerFactory;

/** Nothing that a person types reaches the log of the program, whether it is taken or refused. */
class LogPrivacyTest {

    private static final Service SERVICE = Service.on(Database.H2);
    private static final String TYPED = "confidential";

    @Test
    void whatIsTypedIsNotLogged() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        String calendar;
        log.start();
        root.addAppender(log);
        try {
            SERVICE.post(null, "/login", "{\"username\": \"confidential\", \"password\": \"confidential\"}");
            SERVICE.post(null, "/login", "{\"username\": \"confidential\"}");
            for (String body : List.of(
                    "confidential",
                    "{\"confidential\": \"confidential\"}",
                    "{\"username\": \"confidential\", \"role\": \"confidential\"}",
                    "{\"username\": \"confidential!\", \"role\": \"ADMIN\"}",
                    "{\"old\": \"confidential\", \"new\": \"confidential\"}",
                    "{\"password\": \"confidential\", \"meaning\": \"confidential\", \"digest\": \"confidential\"}",
                    "{\"gate\": \"confidential\", \"participant\": {\"id\": \"confidential\"}, \"facts\": [{\"type\": \"confidential\"}]}")) {
                SERVICE.post(Role.ADMIN, "/api/users", body);
                SERVICE.post(Role.ADMIN, "/api/password", body);
                SERVICE.post(Role.INVESTIGATOR, "/api/signatures", body);
                SERVICE.post(Role.COORDINATOR, "/api/evaluations", body);
            }
            SERVICE.post(Role.ADMIN, "/api/users/confidential/unlock", null);
            SERVICE.get(Role.ADMIN, "/api/confidential?of=confidential");
            SERVICE.get(null, "/api/calendar.ics?token=confidential&lang=confidential");
            calendar = Service.json(SERVICE.post(Role.ADMIN, "/api/calendar/token", null))
                    .get("token")
                    .asText();
            for (String more : List.of("", "&lang=confidential", "&confidential=1", "&token=confidential", "%00")) {
                SERVICE.get(null, "/api/calendar.ics?token=" + calendar + more);
            }
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).noneMatch(event -> tells(event, TYPED) || tells(event, calendar));
    }

    private static boolean tells(ILoggingEvent event, String what) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return (event.getFormattedMessage() + thrown).contains(what);
    }
}
