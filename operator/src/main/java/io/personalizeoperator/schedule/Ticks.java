package io.personalizeoperator.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * The ticks of one schedule that are not decided yet.
 *
 * @param due the latest, while its work may still begin
 * @param missed all others: an older tick is of no use beside a later one
 * @param next the next tick to come; empty for a schedule that is suspended
 */
public record Ticks(Optional<DueTick> due, Optional<MissedTicks> missed, Optional<Instant> next) {}
