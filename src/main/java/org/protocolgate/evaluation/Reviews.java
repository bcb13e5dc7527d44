package org.protocolgate.evaluation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.protocolgate.participant.Review;

/** How far the reviews of each topic reach: the latest of the days on which one was surely done. */
public final class Reviews {

    private final Map<Review.Topic, Review> reaching = new EnumMap<>(Review.Topic.class);

    Reviews(List<Review> reviews) {
        for (Review review : reviews) {
            for (Review.Topic topic : review.topics()) {
                Review known = reaching.get(topic);
                if (known == null || known.on().earliest().isBefore(review.on().earliest())) {
                    reaching.put(topic, review);
                }
            }
        }
    }

    /** Whether the record of a topic is complete through a day. */
    public boolean reaches(Review.Topic topic, LocalDate day) {
        Review review = reaching.get(topic);
        return review != null && !review.on().earliest().isBefore(day);
    }

    /**
     * Whether the record is complete through the start of screening. While an earliest date is searched for, a review
     * that reaches the start as it is now counts for a later start too: it would be repeated there.
     */
    public boolean reaches(Review.Topic topic, Screening screening) {
        return reaches(topic, screening.asRecorded());
    }

    public boolean neverDone(Review.Topic topic) {
        return !reaching.containsKey(topic);
    }

    /** The review that reaches furthest. */
    public @Nullable Review latest(Review.Topic topic) {
        return reaching.get(topic);
    }
}
