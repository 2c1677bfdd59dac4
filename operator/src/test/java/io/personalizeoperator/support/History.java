package io.personalizeoperator.support;

import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.personalizeoperator.api.PersonalizeResource;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** All versions of one resource since a moment, as a watch tells them, each with the AWS time. */
public final class History implements AutoCloseable {
  /**
   * One version.
   *
   * @param at when it was seen, on the simulated clock
   * @param resource the resource
   */
  public record Version(Instant at, PersonalizeResource<?, ?> resource) {}

  private final List<Version> versions = new CopyOnWriteArrayList<>();
  private final Watch watch;

  /** Watches a sample from now on. */
  public History(Stage stage, Sample sample) {
    this.watch = watch(stage, sample.type());
  }

  private <R extends PersonalizeResource<?, ?>> Watch watch(Stage stage, Class<R> type) {
    return stage
        .kubernetes()
        .resources(type)
        .inNamespace(stage.namespace())
        .watch(
            new Watcher<R>() {
              @Override
              public void eventReceived(Action action, R resource) {
                versions.add(new Version(stage.cloud().now(), resource));
              }

              @Override
              public void onClose(WatcherException cause) {
                // The test ends, or fails for want of versions.
              }
            });
  }

  /** When the first version that is so was seen. */
  public Instant firstAt(Predicate<PersonalizeResource<?, ?>> so) {
    return versions.stream()
        .filter(version -> so.test(version.resource()))
        .findFirst()
        .orElseThrow()
        .at();
  }

  /** The versions so far that have a status, oldest first. */
  public List<PersonalizeResource<?, ?>> reported() {
    return versions.stream()
        .<PersonalizeResource<?, ?>>map(Version::resource)
        .filter(resource -> resource.lifecycle().observedGeneration() != null)
        .toList();
  }

  /** The AWS statuses in their order, each once. */
  public List<String> awsStatuses() {
    return versions.stream()
        .map(version -> version.resource().lifecycle().awsStatus())
        .filter(status -> status != null)
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    watch.close();
  }
}
