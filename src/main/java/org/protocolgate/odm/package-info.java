/**
 * Reads clinical data in ODM-XML 1.3.2 into facts of each subject, by a mapping that says which item is which field of which kind
 * of fact. What no mapping names is listed as not taken, and what an item leaves open stays open.
 */
@NullMarked
package org.protocolgate.odm;

import org.jspecify.annotations.NullMarked;
