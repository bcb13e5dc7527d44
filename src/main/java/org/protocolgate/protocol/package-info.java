/**
 * The protocol as held in a rule folder: criteria, numbers by version, terminology, texts, and the rules compiled once.
 * Imports nothing of this product; nothing here names a study or a drug.
 */
@NullMarked
package org.protocolgate.protocol;

import org.jspecify.annotations.NullMarked;
