package org.protocolgate.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes what is sent into a temporary file, up to a size; what is beyond is read to its end, so that the sender hears why. */
@Singleton
final class Uploads {

    private final long most;

    /** @param most bytes that are taken at once */
    Uploads(@Value("${protocol-gate.imports.most-bytes:16777216}") long most) {
        this.most = most;
    }

    /** A file that was sent; deleted when it is closed. */
    record Upload(Path file, String digest) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is sent, when all of it is there; fails with {@link TooLargeException}. */
    Mono<Upload> received(Publisher<byte[]> body) {
        return Mono.using(
                () -> new Receiving(most),
                receiving -> Flux.from(body)
                        .publishOn(Schedulers.boundedElastic(), 2)
                        .doOnNext(receiving::add)
                        .then(Mono.fromCallable(receiving::complete)),
                Receiving::close);
    }

    /** A file that is being sent. */
    private static final class Receiving {

        private final long most;
        private final Path file;
        private final MessageDigest digest;
        private final OutputStream out;
        private long size;
        private boolean handedOn;

        Receiving(long most) throws IOException, NoSuchAlgorithmException {
            this.most = most;
            file = Files.createTempFile("protocol-gate-import", null);
            digest = MessageDigest.getInstance("SHA-256");
            out = new DigestOutputStream(Files.newOutputStream(file), digest);
        }

        void add(byte[] piece) {
            size += piece.length;
            if (size <= most) {
                try {
                    out.write(piece);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        Upload complete() throws IOException {
            out.close();
            if (size > most) {
                throw new TooLargeException(most);
            }
            handedOn = true;
            return new Upload(file, "sha256:" + HexFormat.of().formatHex(digest.digest()));
        }

        void close() {
            try {
                out.close();
                if (!handedOn) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
