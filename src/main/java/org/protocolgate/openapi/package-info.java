/**
 * Completes the description of the HTTP interface while the service is built: the compiler writes what the controllers tell, and
 * what they read by hand comes from {@code openapi/*.yaml}. Nothing of it runs in the service.
 */
@NullMarked
package org.protocolgate.openapi;

import org.jspecify.annotations.NullMarked;
