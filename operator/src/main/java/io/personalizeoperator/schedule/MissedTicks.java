package io.personalizeoperator.schedule;

import java.time.Instant;

/**
 * Ticks whose work did not begin.
 *
 * @param count how many; at most 10,000 are counted
 * @param last the last of them
 */
public record MissedTicks(int count, Instant last) {}
