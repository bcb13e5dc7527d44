/**
 * The pages for daily work: what people of the site see of participants, alerts and dose levels, and the forms in which they
 * enter something. Everything is read from the books of the study; nothing of the protocol is worked out here.
 */
@NullMarked
package org.protocolgate.screen;

import org.jspecify.annotations.NullMarked;
