/**
 * Work that waits for its time, kept in the database and shared by all processes that use it. It is done at least once: what a
 * killed process left undone is done by another.
 */
@NullMarked
package org.protocolgate.job;

import org.jspecify.annotations.NullMarked;
