package org.protocolgate.web;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;

/** Cuts a stream of bytes into its lines, whatever pieces it arrives in. */
final class Lines {

    /** A longer line is cut here, and refused as no JSON; a dossier of a whole study stays far below. */
    private static final int LONGEST = 10 * 1024 * 1024;

    private final ByteArrayOutputStream open = new ByteArrayOutputStream();

    private Lines() {}

    /** The lines that are not blank, without their ends. */
    static Flux<byte[]> of(Flux<byte[]> pieces) {
        return Flux.defer(() -> {
            Lines lines = new Lines();
            return pieces.concatMapIterable(lines::closedBy, 1)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(lines.rest())));
        });
    }

    private List<byte[]> closedBy(byte[] piece) {
        List<byte[]> closed = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < piece.length; i++) {
            if (piece[i] == '\n') {
                append(piece, start, i);
                closed.addAll(rest());
                start = i + 1;
            }
        }
        append(piece, start, piece.length);
        return closed;
    }

    private void append(byte[] piece, int from, int to) {
        int room = LONGEST - open.size();
        open.write(piece, from, Math.min(to - from, room));
    }

    private List<byte[]> rest() {
        byte[] line = open.toByteArray();
        open.reset();
        return isBlank(line) ? List.of() : List.of(line);
    }

    private static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
