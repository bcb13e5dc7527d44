/**
 * Delivery of alerts by mail and webhook: noted in the transaction of what happened, sent afterwards, at least once. Whoever gets
 * one learns who, which criterion and why, and where to read the rest; nothing else of a participant leaves.
 */
@NullMarked
package org.protocolgate.delivery;

import org.jspecify.annotations.NullMarked;
