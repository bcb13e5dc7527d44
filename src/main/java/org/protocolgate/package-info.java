/**
 * Where the program starts. All that it does is in the packages below.
 */
@NullMarked
package org.protocolgate;

import org.jspecify.annotations.NullMarked;
