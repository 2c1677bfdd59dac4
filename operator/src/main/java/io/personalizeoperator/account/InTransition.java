package io.personalizeoperator.account;

import java.time.Instant;

/**
 * A watched resource that AWS is at work on.
 *
 * @param arn its ARN
 * @param updating whether its own status rests while an update is under way, so that only Describe
 *     shows its end
 * @param changed when its status or details last changed, as far as this process saw
 */
record InTransition(String arn, boolean updating, Instant changed) {}
