/**
 * Settings that are missing or wrong. Whatever reads a setting at the start says so here, and the service does not start.
 */
@NullMarked
package org.protocolgate.setting;

import org.jspecify.annotations.NullMarked;
