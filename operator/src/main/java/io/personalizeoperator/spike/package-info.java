/**
 * Planned spikes: from a list of {@link io.personalizeoperator.api.campaign.Spike} and a time to
 * what minProvisionedTPS should be, when that changes next, and what it costs. Pure functions
 * without clock, client or logger, and without a thought of campaigns: whatever has a
 * minProvisionedTPS can use them.
 */
@NullMarked
package io.personalizeoperator.spike;

import org.jspecify.annotations.NullMarked;
