/**
 * Reads sheets of facts, CSV files and workbooks, one kind of fact a sheet and one fact a row, and gives the templates for them.
 * What is not text, number or date is refused by its row and column.
 */
@NullMarked
package org.protocolgate.sheet;

import org.jspecify.annotations.NullMarked;
