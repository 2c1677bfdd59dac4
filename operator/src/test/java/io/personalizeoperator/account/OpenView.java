package io.personalizeoperator.account;

import io.personalizeoperator.account.RemoteKind.Described;
import io.personalizeoperator.aws.AwsFailure;
import java.time.InstantSource;
import java.util.List;

/**
 * A view that a test in another package feeds in the sweeps' place.
 *
 * @param <D> the details
 */
public final class OpenView<D> {
  private final KindView<D> view;

  public OpenView(RemoteKind<D> kind, InstantSource clock) {
    view = new KindView<>(kind, clock);
  }

  public KindView<D> view() {
    return view;
  }

  public List<String> listed(List<Described<D>> answer) {
    return view.listed(List.of(new KindView.Listed<>(view.ask(), answer)));
  }

  public void described(Described<D> answer) {
    view.described(answer, view.ask());
  }

  public void notFound(String arn) {
    view.notFound(arn, view.ask());
  }

  public void failed(AwsFailure why) {
    view.failed(why);
  }
}
