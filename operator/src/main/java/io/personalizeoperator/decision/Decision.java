package io.personalizeoperator.decision;

import io.personalizeoperator.api.CommonStatus;
import io.personalizeoperator.status.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a pass has decided.
 *
 * @param status the status to report; empty when there is nothing to say yet
 * @param action what to do, if anything
 * @param neededBy for when the action has to have worked; Instant.MAX where nothing hurries
 * @param wakeAt the earliest time at which the decision can differ with nothing else changed
 * @param notices Events to record when the status is reported
 */
public record Decision(
    Optional<CommonStatus> status,
    Optional<Action> action,
    Instant neededBy,
    Optional<Instant> wakeAt,
    List<Notice> notices) {}
