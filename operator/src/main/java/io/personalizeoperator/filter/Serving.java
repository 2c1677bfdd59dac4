package io.personalizeoperator.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The filter that serves, or did until it vanished, as the status has it.
 *
 * @param name its name
 * @param expression its expression; null while the status does not say
 * @param tick the tick that it was rendered with; null where it has none
 * @param since since when it has served; null while the status does not say
 */
record Serving(
    String name, @Nullable String expression, @Nullable Instant tick, @Nullable Instant since) {}
