package org.protocolgate.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired.
 *
 * @param criterion the criterion it belongs to, or that of what it found where it is a convention that serves several; null where
 *     it found nothing of any
 * @param status what it found, or null for one that finds nothing of a criterion
 * @param facts the facts of the dossier that it matched or that its finding rests on
 */
public record Firing(
        String rule, @Nullable String criterion, @Nullable Status status, List<String> facts) {}
