/**
 * The rules as pages for people: what each criterion demands, its numbers, its rules and its worked examples, in two
 * languages. Written from the rule folder alone; nothing is decided here.
 */
@NullMarked
package org.protocolgate.pages;

import org.jspecify.annotations.NullMarked;
