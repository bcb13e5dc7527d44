/**
 * What happened although a finding stood: drafted by the service in the transaction of whatever brought it to light, completed by
 * a person, and never deleted. Nothing here changes a verdict or asks for a waiver.
 */
@NullMarked
package org.protocolgate.deviation;

import org.jspecify.annotations.NullMarked;
