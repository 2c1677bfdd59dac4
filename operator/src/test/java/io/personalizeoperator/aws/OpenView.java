package io.personalizeoperator.aws;

import io.personalizeoperator.aws.RemoteKind.Described;
import java.time.InstantSource;
import java.util.List;

/**
 * A view that a test in another package feeds in the sweeps' place.
 *
 * @param <D> the details
 */
public final class OpenView<D> {
  private final TypeView<D> view;

  public OpenView(RemoteKind<D> kind, InstantSource clock) {
    view = new TypeView<>(kind, clock);
  }

  public TypeView<D> view() {
    return view;
  }

  public List<String> listed(List<Described<D>> answer) {
    return view.listed(answer);
  }

  public void described(Described<D> answer) {
    view.described(answer);
  }

  public void notFound(String arn) {
    view.notFound(arn);
  }

  public void failed(AwsFailure why) {
    view.failed(why);
  }
}
