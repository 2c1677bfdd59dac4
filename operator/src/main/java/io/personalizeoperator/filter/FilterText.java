package io.personalizeoperator.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says at one tick.
 *
 * @param expression its expression
 * @param name its name, as long as no other filter of the same resource has it
 * @param tick the tick; null where neither depends on one
 */
record FilterText(String expression, String name, @Nullable Instant tick) {}
