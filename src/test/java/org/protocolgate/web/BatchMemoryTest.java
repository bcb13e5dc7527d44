package org.protocolgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.protocolgate.rulebook.Baseline;
import org.protocolgate.testing.Database;
import org.protocolgate.testing.Service;
import org.protocolgate.user.Role;

/** A batch ten times as long takes no more memory: what is answered is gone. */
@Tag("long")
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BatchMemoryTest implements TestPropertyProvider {

    private static final double MAY_DIFFER = 1.10;

    @Inject
    EmbeddedServer server;

    /** A database outside of this process: what is recorded of each question is not to be counted. */
    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>();
        Database.POSTGRESQL.fresh().forEach((name, value) -> properties.put(name, value.toString()));
        return properties;
    }

    @Test
    void theLiveHeapDoesNotGrowWithTheBatch() throws Exception {
        heapNearTheEndOf(1_000);
        long small = heapNearTheEndOf(5_000);
        long large = heapNearTheEndOf(50_000);
        assertThat((double) large / small).isLessThan(MAY_DIFFER);
    }

    /** What is live when nine tenths of the lines have been sent, while the batch goes on. */
    private long heapNearTheEndOf(int lines) throws Exception {
        Sender sender = new Sender(lines);
        HttpRequest request = Service.of(server)
                .request(Role.COORDINATOR, "/api/evaluations/batch")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> sender))
                .build();
        HttpResponse<java.util.stream.Stream<String>> answer =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().filter(line -> line.contains("\"verdict\":")).count())
                .isEqualTo(lines);
        return sender.heap;
    }

    /** Makes the lines as they are read, so that the test holds none of them. */
    private static final class Sender extends InputStream {
        private static final List<byte[]> QUESTIONS = List.of(line("INFUSION"), line("SCREENING"), line("FOLLOW_UP"));
        private final int lines;
        private int line;
        private int place;
        private long heap;

        Sender(int lines) {
            this.lines = lines;
        }

        private static byte[] line(String gate) {
            ObjectNode question = Baseline.question(gate);
            return (question + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            if (line == lines) {
                return -1;
            }
            byte[] text = QUESTIONS.get(line % QUESTIONS.size());
            int next = text[place++];
            if (place == text.length) {
                place = 0;
                line++;
                if (line == lines * 9 / 10) {
                    System.gc();
                    heap = ManagementFactory.getMemoryMXBean()
                            .getHeapMemoryUsage()
                            .getUsed();
                }
            }
            return next;
        }
    }
}
