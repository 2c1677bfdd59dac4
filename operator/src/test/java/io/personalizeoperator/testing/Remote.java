package io.personalizeoperator.testing;

import io.personalizeoperator.account.RemoteResource;
import io.personalizeoperator.account.Summary;
import io.personalizeoperator.aws.AwsFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A resource in AWS as a test describes it; a day old unless said otherwise.
 *
 * @param <D> its details
 */
public final class Remote<D> {
  private final String arn;
  private String status = "ACTIVE";
  private Instant created = Observation.NOW.minus(Duration.ofDays(1));
  private Instant lastUpdated = created;
  private String failureReason;
  private D details;
  private String madeBy;
  private Map<String, String> tags;
  private Instant tagsRead;
  private AwsFailure describeFailure;
  private boolean shown = true;

  private Remote(String arn) {
    this.arn = arn;
  }

  public static <D> Remote<D> active(String arn) {
    return new Remote<>(arn);
  }

  public static <D> Remote<D> in(String status, String arn) {
    return new Remote<D>(arn).status(status);
  }

  public Remote<D> status(String now) {
    status = now;
    return this;
  }

  public Remote<D> created(Instant at) {
    created = at;
    lastUpdated = at;
    return this;
  }

  public Remote<D> lastUpdated(Instant at) {
    lastUpdated = at;
    return this;
  }

  public Remote<D> failedBecause(String reason) {
    failureReason = reason;
    return this;
  }

  public Remote<D> details(D known) {
    details = known;
    return this;
  }

  /** Created by this process for the custom resource with this UID. */
  public Remote<D> madeFor(String uid) {
    madeBy = uid;
    return this;
  }

  /** AWS has not shown it yet, so that its creation time in AWS is not known. */
  public Remote<D> notShownYet() {
    shown = false;
    return this;
  }

  /** With tags that were read just now. */
  public Remote<D> tagged(Map<String, String> known) {
    return tagged(known, Observation.NOW);
  }

  public Remote<D> tagged(Map<String, String> known, Instant read) {
    tags = known;
    tagsRead = read;
    return this;
  }

  /** The last Describe of it has failed. */
  public Remote<D> unreadable(AwsFailure why) {
    describeFailure = why;
    return this;
  }

  public RemoteResource<D> live() {
    return new RemoteResource<>(
        new Summary(arn, status, created, lastUpdated, failureReason),
        details,
        madeBy,
        tags,
        tagsRead,
        shown,
        describeFailure);
  }
}
