/**
 * The command line: asks what can be asked over HTTP, for people at a terminal and for scripts.
 */
@NullMarked
package org.protocolgate.cli;

import org.jspecify.annotations.NullMarked;
