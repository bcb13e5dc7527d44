package org.protocolgate.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * Takes what arrives as fast as it is sent, and keeps in a temporary file what cannot be answered yet. Many clients read no
 * answer before they have sent everything: without this the two would wait for each other for ever.
 */
final class Spool {

    private static final int PIECE = 64 * 1024;

    private final FluxSink<byte[]> sink;
    private final FileChannel file;
    private long written;
    private long read;
    private boolean complete;
    private boolean draining;

    private Spool(FluxSink<byte[]> sink) throws IOException {
        this.sink = sink;
        file = FileChannel.open(
                Files.createTempFile("protocol-gate-batch", null),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** The same bytes, in pieces of another size. */
    static Flux<byte[]> of(Flux<byte[]> pieces) {
        return Flux.create(
                sink -> {
                    try {
                        Spool spool = new Spool(sink);
                        sink.onRequest(n -> spool.drain());
                        sink.onDispose(spool::close);
                        pieces.publishOn(Schedulers.boundedElastic(), 2)
                                .subscribe(spool::add, sink::error, spool::complete);
                    } catch (IOException e) {
                        sink.error(e);
                    }
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    private synchronized void add(byte[] piece) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
            drain();
        } catch (IOException e) {
            sink.error(e);
        }
    }

    private synchronized void complete() {
        complete = true;
        drain();
    }

    /** Hands on as much as is asked for; a request that comes out of handing on is served by the same loop. */
    private synchronized void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            while (read < written && sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
                sink.next(next());
            }
            if (complete && read == written) {
                sink.complete();
            }
        } catch (IOException e) {
            sink.error(e);
        } finally {
            draining = false;
        }
    }

    private byte[] next() throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE, written - read));
        while (piece.hasRemaining()) {
            read += file.read(piece, read);
        }
        if (read == written) {
            file.truncate(0);
            read = 0;
            written = 0;
        }
        return piece.array();
    }

    private synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
