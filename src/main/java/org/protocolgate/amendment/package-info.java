/**
 * Holds two versions of a protocol against each other: what changes in numbers, rules and texts, and whose answers change
 * by it. Asks the rules, and knows nothing of where dossiers are kept.
 */
@NullMarked
package org.protocolgate.amendment;

import org.jspecify.annotations.NullMarked;
