package org.protocolgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, as it is started: with settings that are wrong it says so and ends. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void withoutASecret() throws Exception {
        assertThat(told(Map.of())).contains("PROTOCOL_GATE_SECRET is missing");
    }

    @Test
    void withASecretThatIsTooShort() throws Exception {
        assertThat(told(Map.of("PROTOCOL_GATE_SECRET", "short"))).contains("PROTOCOL_GATE_SECRET is too short");
    }

    @Test
    void withAClockOutsideTheDemo() throws Exception {
        assertThat(told(Map.of(
                        "PROTOCOL_GATE_SECRET", "0123456789abcdef0123456789abcdef",
                        "PROTOCOL_GATE_CLOCK", "2026-03-01T02:00:00Z")))
                .contains("PROTOCOL_GATE_CLOCK is for the demo alone");
    }

    @Test
    void withAClockThatIsNoInstant() throws Exception {
        assertThat(told(Map.of("PROTOCOL_GATE_DEMO", "true", "PROTOCOL_GATE_CLOCK", "noon")))
                .contains("PROTOCOL_GATE_CLOCK is no instant");
    }

    private String told(Map<String, String> settings) throws IOException, InterruptedException {
        ProcessBuilder start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.protocolgate.Application");
        start.environment().put("MICRONAUT_SERVER_PORT", "0");
        start.environment().put("MICRONAUT_ENV_DEDUCTION", "false");
        start.environment().put("PROTOCOL_GATE_DATA", folder.toString());
        start.environment().putAll(settings);
        start.redirectErrorStream(true);
        Process process = start.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(told).isEqualTo(1);
        assertThat(told).doesNotContain("\tat ");
        return told;
    }
}
