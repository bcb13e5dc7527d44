/**
 * What is known of one participant and of the cohort around them: immutable records, partial dates and periods, and nothing that decides.
 * Imports nothing of this product, so that every other part can speak in its words.
 */
@NullMarked
package org.protocolgate.participant;

import org.jspecify.annotations.NullMarked;
