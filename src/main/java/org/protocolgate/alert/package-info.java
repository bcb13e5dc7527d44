/**
 * Alerts: what somebody has to know without asking. Each is raised once for its cause, changed while the cause changes, and
 * resolved by itself when the cause is gone.
 */
@NullMarked
package org.protocolgate.alert;

import org.jspecify.annotations.NullMarked;
