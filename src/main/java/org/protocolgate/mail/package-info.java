/**
 * Mail: the one server over which everything is sent, and how. What is sent, and what becomes of what it does not take, is up
 * to whoever sends.
 */
@NullMarked
package org.protocolgate.mail;

import org.jspecify.annotations.NullMarked;
