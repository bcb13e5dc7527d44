package org.protocolgate.evaluation;

import org.protocolgate.participant.Review;

/**
 * Nothing is on record that could violate a criterion within a window. Whether that means anything is for the reviews of
 * the topic to say: absence of a record proves nothing.
 */
public record Absence(String criterion, Review.Topic topic, Window window) {

    public static Absence of(String criterion, Review.Topic topic, Window window) {
        return new Absence(criterion, topic, window);
    }
}
