package io.personalizeoperator.decision;

import io.personalizeoperator.api.LifecycleStatus;
import java.util.List;

/**
 * What a kind makes its status from.
 *
 * @param common the part that every kind has
 * @param records what is to be recorded of each revision, in the order of the kind's plans
 * @param findings of all concerns, also those that the common conditions do not speak of, with what
 *     holds back their actions: for conditions of the kind's own
 */
public record Report(
    LifecycleStatus common, List<RevisionRecord> records, List<Finding> findings) {}
