/**
 * What monitors do with what others recorded: they mark it as reviewed, signed, and look for what came late. Marks are added and
 * never changed, and each names the hash of the entry of the audit log that was looked at.
 */
@NullMarked
package org.protocolgate.review;

import org.jspecify.annotations.NullMarked;
