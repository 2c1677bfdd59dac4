package io.personalizeoperator.decision;

import io.personalizeoperator.api.PersonalizeResource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The user's request to create a resource again: each new value of the recreate annotation. */
final class Recreation {
  private Recreation() {}

  /** The annotation's value, or null. */
  static @Nullable String wanted(PersonalizeResource<?, ?> resource) {
    Map<String, String> annotations = resource.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(PersonalizeResource.RECREATE);
  }

  /** Whether the annotation has a value that was not acted on. */
  static boolean isAskedFor(Observed<?, ?> observed) {
    String wanted = wanted(observed.resource());
    return wanted != null && !Objects.equals(wanted, observed.before().recreated());
  }

  /** What to do, for messages. */
  static String how() {
    return "set the annotation " + PersonalizeResource.RECREATE + " to any new value";
  }
}
