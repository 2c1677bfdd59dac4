/** Schedules as manifests give them: cron entries, time zones and durations. */
@NullMarked
package io.personalizeoperator.schedule;

import org.jspecify.annotations.NullMarked;
