/**
 * What a site keeps: participants, facts that are never overwritten, and the decisions made from them. Everything is recorded
 * together with its entry in the audit log, and the order of that log's chain is the order in which it became known.
 */
@NullMarked
package org.protocolgate.study;

import org.jspecify.annotations.NullMarked;
