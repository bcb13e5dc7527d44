/**
 * What is asked over HTTP, and how it is answered. Nothing is decided here.
 */
@NullMarked
package org.protocolgate.web;

import org.jspecify.annotations.NullMarked;
