package org.protocolgate.web;

import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What all answers to browsers have in common. */
final class Pages {

    static final String HTML = MediaType.TEXT_HTML + ";charset=utf-8";

    private static final URI START = URI.create("/");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private Pages() {}

    /** A page loads everything from here, sends its forms here, and runs nothing that stands in its own text. */
    static MutableHttpResponse<String> guarded(MutableHttpResponse<?> answer, String page) {
        return answer.body(page)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    /** A page of ours: what leads elsewhere is taken for none. */
    static URI here(@Nullable String to) {
        if (to == null || !to.matches("/(?![/\\\\])[A-Za-z0-9._~/-]*")) {
            return START;
        }
        return URI.create(to);
    }
}
