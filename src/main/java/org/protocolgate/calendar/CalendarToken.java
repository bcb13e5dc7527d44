package org.protocolgate.calendar;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What opens the calendar to a user's calendar program, as it is kept; the token itself is known to the user alone.
 *
 * @param tokensFrom what the account was bound to when the token was given
 */
@MappedEntity("calendar_token")
record CalendarToken(@Id String username, String tokenHash, Instant tokensFrom, Instant createdAt) {}
