package org.protocolgate.faults;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a client sent, and what it was told: all that it may rely on after the service was killed. */
final class Ledger {

    /** Facts that were sent under a key, and the identifiers that their sender gave them. */
    record Post(String participant, String key, List<String> refs, String body) {}

    /** Facts that were answered with 201, and the answer. */
    record Told(Post post, String answer) {}

    final Queue<Told> told = new ConcurrentLinkedQueue<>();
    final Queue<Post> lost = new ConcurrentLinkedQueue<>();

    /** The answers with 201 to questions, by the identifier of the decision. */
    final Map<String, String> decisions = new ConcurrentHashMap<>();

    @Override
    public String toString() {
        return told.size() + " posts told, " + lost.size() + " lost, " + decisions.size() + " decisions told";
    }
}
