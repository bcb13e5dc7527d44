package org.protocolgate.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a batch of questions, one a line, every third of them about a participant who is held. */
public final class BatchFile {

    private BatchFile() {}

    /** @param args how many, and the file */
    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
            for (int i = 0; i < count; i++) {
                ObjectNode question = i % 3 == 0 ? Dossiers.held() : Dossiers.proceeding();
                ((ObjectNode) question.get("participant")).put("id", "CT-" + (10_000 + i));
                out.write(question.toString());
                out.write('\n');
            }
        }
    }
}
