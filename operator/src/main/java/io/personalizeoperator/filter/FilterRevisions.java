package io.personalizeoperator.filter;

import io.personalizeoperator.api.filter.NextFilter;
import io.personalizeoperator.api.filter.RetiringFilter;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.decision.RevisionRecord;
import io.personalizeoperator.decision.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The revisions of a filter, in the order in which the life cycle wants them. */
final class FilterRevisions {
  private FilterRevisions() {}

  /**
   * The revisions: the serving one first, or the one to come while none has served.
   *
   * @param name of the first one ever; empty while it is not known
   */
  static List<RevisionPlan> of(FilterState state, Optional<String> name) {
    List<RevisionPlan> all = new ArrayList<>();
    state.serving().ifPresent(s -> all.add(plan(s.name(), Role.SERVING, state.recorded())));
    state
        .next()
        .ifPresent(
            next ->
                all.add(
                    state.isCreating()
                        ? plan(next.name(), Role.SERVING, state.recorded())
                        : plan(next.name(), Role.NEXT, recordOf(next))));
    if (all.isEmpty()) {
      all.add(
          name.map(known -> plan(known, Role.SERVING, RevisionRecord.NONE))
              .orElseGet(FilterRevisions::unnamed));
    }
    state.retiring().forEach(old -> all.add(plan(old.name(), Role.RETIRING, recordOf(old))));
    return List.copyOf(all);
  }

  private static RevisionPlan unnamed() {
    return new RevisionPlan(
        "", Role.SERVING, Optional.empty(), Optional.empty(), RevisionRecord.NONE);
  }

  static RevisionPlan plan(String name, Role role, RevisionRecord recorded) {
    Optional<String> resource = Optional.of("filter/" + name);
    return new RevisionPlan(name, role, resource, resource, recorded);
  }

  private static RevisionRecord recordOf(NextFilter next) {
    return new RevisionRecord(
        next.arn(), next.awsCreated(), next.awsStatus(), null, next.ownership(), next.tagKeys());
  }

  private static RevisionRecord recordOf(RetiringFilter old) {
    return new RevisionRecord(old.arn(), old.awsCreated(), null, null, old.ownership(), null);
  }
}
