/**
 * Tells what the audit log holds as sentences, in English and Chinese. What is recorded and hashed is the entry; a sentence is made
 * from it whenever it is read, and adds nothing to it.
 */
@NullMarked
package org.protocolgate.telling;

import org.jspecify.annotations.NullMarked;
