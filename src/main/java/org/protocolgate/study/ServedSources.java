package org.protocolgate.study;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.protocolgate.audit.Action;
import org.protocolgate.audit.Actor;
import org.protocolgate.audit.AuditLog;
import org.protocolgate.audit.Chain;
import org.protocolgate.audit.Digest;
import org.protocolgate.audit.Happened;
import org.protocolgate.protocol.ProtocolVersion;
import org.protocolgate.protocol.RuleFolder;
import org.protocolgate.protocol.Rulebook;

/** Keeps the rules that decide, so that a decision can be looked into under the rules of its day. */
@Singleton
final class ServedSources {

    private final TransactionOperations<Connection> transactions;
    private final RuleSets sets;
    private final RuleFiles files;
    private final AuditLog audit;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final String engine = Rulebook.engine();

    ServedSources(TransactionOperations<Connection> transactions, RuleSets sets, RuleFiles files, AuditLog audit) {
        this.transactions = transactions;
        this.sets = sets;
        this.files = files;
        this.audit = audit;
    }

    /** The build that evaluates here. */
    String engine() {
        return engine;
    }

    /** Keeps the rules of all versions that are served. */
    void keepAll(Rulebook rulebook) {
        rulebook.versions().forEach(version -> keep(version, rulebook));
    }

    /** Keeps the rules of a version before it decides, unless they are kept already. */
    void keep(ProtocolVersion version, Rulebook rulebook) {
        if (kept.contains(version.ruleSet())) {
            return;
        }
        transactions.executeWrite(status -> {
            Chain chain = audit.hold(Chain.SYSTEM);
            if (sets.findByDigest(version.ruleSet()).isEmpty()) {
                Map<String, String> sources = rulebook.folder().files();
                StringBuilder all = new StringBuilder();
                sources.forEach((path, content) -> all.append(path).append('\n').append(content));
                String source = Digest.of(all.toString());
                sources.forEach((path, content) -> files.keep(source, path, content));
                sets.keep(version.ruleSet(), version.study(), version.version(), source, engine, chain.at());
                audit.add(
                        chain,
                        Actor.SERVICE,
                        java.util.List.of(Happened.of(Action.RULES_SERVED)
                                .about(version.ruleSet())
                                .with("study", version.study())
                                .with("version", version.version())
                                .with("source", source)
                                .with("engine", engine)));
            }
            return version;
        });
        kept.add(version.ruleSet());
    }

    RuleSet set(String digest) {
        return sets.findByDigest(digest).orElseThrow(() -> new NotThereException("no rule set " + digest));
    }

    RuleFolder folder(RuleSet set) {
        Map<String, String> sources = new TreeMap<>();
        files.findBySource(set.source()).forEach(file -> sources.put(file.path(), file.content()));
        return RuleFolder.of(sources);
    }
}
