package io.personalizeoperator.decision;

import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.FilterStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.personalize.model.CreateFilterRequest;
import software.amazon.awssdk.services.personalize.model.DeleteFilterRequest;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;
import software.amazon.awssdk.services.personalize.model.Tag;

/** A kind that replaces what serves: one revision serves, the next is made, the last retires. */
final class RotatingKind implements KindDecider<Filter, String> {
  final List<RevisionPlan> plans = new ArrayList<>();
  Instant staysUntil;

  /** Plans a revision of that name, which the status has recorded as made then. */
  RotatingKind with(Role role, String name, RevisionRecord recorded) {
    Optional<String> resource = Optional.of("filter/" + name);
    plans.add(new RevisionPlan(name, role, resource, resource, recorded));
    return this;
  }

  @Override
  public Traits traits() {
    return Traits.of("filter");
  }

  @Override
  public List<RevisionPlan> revisions(Filter resource, List<Parent> parents) {
    return plans;
  }

  @Override
  public PersonalizeRequest delete(String arn) {
    return DeleteFilterRequest.builder().filterArn(arn).build();
  }

  @Override
  public Intent<String> intent(Observed<Filter, String> observed) {
    return new Intent<>() {
      @Override
      public PersonalizeRequest create(Revision<String> revision, List<Tag> tags) {
        return CreateFilterRequest.builder()
            .name(revision.plan().expected().orElseThrow())
            .tags(tags)
            .build();
      }

      @Override
      public FilterStatus status(Report report) {
        return FilterStatus.of(report.common());
      }

      @Override
      public Optional<Instant> staysUntil(Revision<String> retiring) {
        return Optional.ofNullable(staysUntil);
      }
    };
  }
}
