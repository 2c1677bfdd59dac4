package io.personalizeoperator.decision;

import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.aws.Arn;
import io.personalizeoperator.aws.AwsFailure;
import io.personalizeoperator.aws.FailureClass;
import io.personalizeoperator.status.Sentences;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest names and AWS does not have. A parent that the operator looks after may just not
 * show yet; an ARN or a recipe of the manifest's own is a mistake, or somebody else's to create, so
 * that trying again and again helps nobody.
 */
public final class MissingReference {
  private MissingReference() {}

  /**
   * A failure as it is to be seen in the light of the manifest.
   *
   * @param failure AWS's answer
   * @param action what was tried
   * @param kind the kind of the custom resource
   * @param observed what was decided from
   */
  public static <R extends PersonalizeResource<?, ?>, D> AwsFailure judged(
      AwsFailure failure, Action action, KindDecider<R, D> kind, Observed<R, D> observed) {
    if (failure.kind() != FailureClass.GONE
        || !(action instanceof Action.Create || action instanceof Action.Update)) {
      return failure;
    }
    List<String> named = kind.namedInAws(observed.resource());
    Optional<String> missing = named.stream().filter(failure.message()::contains).findFirst();
    if (missing.isPresent()) {
      String advice = advice(missing.get(), kind, observed);
      return new AwsFailure(
          FailureClass.NEEDS_USER, failure.code(), Sentences.ofAws(failure.message()) + advice);
    }
    boolean nothingElseIsNamed =
        action instanceof Action.Create
            && observed.parents().stream()
                .noneMatch(parent -> parent.reference().name().isPresent());
    return nothingElseIsNamed ? failure.needingTheUser() : failure;
  }

  private static String advice(String missing, KindDecider<?, ?> kind, Observed<?, ?> observed) {
    return kind.similarTo(missing)
        .map(similar -> " Did you mean " + similar + "?")
        .or(
            () ->
                observed
                    .region()
                    .filter(here -> missing.startsWith("arn:"))
                    .filter(here -> !here.equals(Arn.parse(missing).region()))
                    .map(
                        here ->
                            " It is of region %s, and the operator works in %s."
                                .formatted(Arn.parse(missing).region(), here)))
        .orElse("");
  }
}
