package org.protocolgate.delivery;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;

/** Delivers by webhook: a CloudEvent in JSON, signed as Standard Webhooks has it. */
@Singleton
final class WebhookChannel {

    private static final String TYPE = "org.protocolgate.alert.";
    private static final int SUCCESS = 2;
    private static final int GONE = 410;
    private static final int HUNDRED = 100;
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonFormat format = new JsonFormat();
    private final WebhookSettings settings;
    private final Addresses addresses;
    private final Clock clock;
    private final HttpClient client;

    WebhookChannel(WebhookSettings settings, Addresses addresses, Clock clock) {
        this.settings = settings;
        this.addresses = addresses;
        this.clock = clock;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .build();
    }

    /** @throws InterruptedException when the service is stopping */
    Outcome send(Message message, Recipient.Hook hook) throws InterruptedException {
        try {
            if (!addresses.mayBeCalled(hook.uri().getHost())) {
                return Outcome.refused("its address is private; protocol-gate.webhooks.allow-private allows that");
            }
            HttpResponse<InputStream> answer =
                    client.send(request(message, hook), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close(); // what it says is of no interest, and may be endless
            int status = answer.statusCode();
            if (status / HUNDRED == SUCCESS) {
                return Outcome.sent();
            }
            String fault = "answered " + status;
            return status == GONE ? Outcome.gone(fault) : Outcome.refused(fault);
        } catch (IOException e) {
            return Outcome.away(e.getClass().getSimpleName()); // its words may be those of the receiver
        }
    }

    private HttpRequest request(Message message, Recipient.Hook hook) {
        String body = new String(event(message), StandardCharsets.UTF_8);
        String id = message.id().toString();
        long seconds = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(hook.uri())
                .timeout(settings.patience())
                .header("Content-Type", JsonFormat.CONTENT_TYPE)
                .header("User-Agent", "protocol-gate")
                .header(Webhook.UNBRANDED_MSG_ID_KEY, id)
                .header(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, String.valueOf(seconds))
                .header(Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signature(hook.signing(), id, seconds, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String signature(Webhook signing, String id, long seconds, String body) {
        try {
            return signing.sign(id, seconds, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] event(Message message) {
        ObjectNode data = JSON.createObjectNode()
                .put("severity", message.severity().name())
                .put("participant", message.subject())
                .put("criterion", message.criterion())
                .put("cause", message.cause().name())
                .put("state", message.state().name())
                .put("link", message.link());
        return format.serialize(CloudEventBuilder.v1()
                .withId(message.id().toString())
                .withSource(URI.create(message.source()))
                .withType(TYPE + message.kind().name().toLowerCase(Locale.ROOT))
                .withSubject(message.subject())
                .withTime(message.at().atOffset(ZoneOffset.UTC))
                .withData("application/json", JsonCloudEventData.wrap(data))
                .build());
    }
}
