package io.personalizeoperator.status;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes notices as Kubernetes Events, apart from the passes: a slow or failing write delays
 * nothing. An equal notice on the same object counts up the Event that is there.
 */
public final class EventRecorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
  private static final int QUEUE = 10_000;
  private static final int REMEMBERED = 2_000;

  private record Recorded(String name, int count, String first) {}

  private record Key(String uid, Notice notice) {}

  private record Entry(HasMetadata about, Notice notice, Instant at) {}

  private final KubernetesClient client;
  private final InstantSource clock;
  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Map<Key, Recorded> recent = new LinkedHashMap<>();
  private final Thread writer;
  private volatile boolean closed;
  private long order;

  /**
   * Starts with nothing to write.
   *
   * @param client writes the Events
   * @param clock gives their time: the machine's, for kubectl shows how long ago an Event was
   */
  public EventRecorder(KubernetesClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
    this.writer = Thread.ofVirtual().name("events").start(this::write);
  }

  /** Takes a notice; with 10,000 unwritten ones the new one is only logged. */
  public void record(HasMetadata about, Notice notice) {
    LogContext.during(about, () -> LOG.info("{}: {}", notice.reason(), notice.message()));
    queue.offer(new Entry(about, notice, clock.instant()));
  }

  /** Whether queued notices are written: the thread lives. */
  public boolean isAlive() {
    return writer.isAlive();
  }

  /** Writes what is queued, for at most five seconds. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.interrupt();
  }

  private void write() {
    try {
      while (!closed || !queue.isEmpty()) {
        Entry next = queue.poll(200, TimeUnit.MILLISECONDS);
        if (next != null) {
          LogContext.during(next.about, () -> write(next));
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped with {} Events unwritten", queue.size());
    }
  }

  private void write(Entry entry) {
    Key key = new Key(entry.about.getMetadata().getUid(), entry.notice);
    String at = entry.at.truncatedTo(ChronoUnit.SECONDS).toString();
    Recorded old = recent.remove(key);
    try {
      Recorded next = old == null ? null : counted(entry, old, at);
      recent.put(key, next == null ? created(entry, at) : next);
    } catch (RuntimeException e) {
      LOG.warn("Cannot write an Event: {}", e.getMessage());
    }
    if (recent.size() > REMEMBERED) {
      recent.remove(recent.keySet().iterator().next());
    }
  }

  private Recorded created(Entry entry, String at) {
    String name =
        entry.about.getMetadata().getName()
            + "."
            + Long.toHexString(entry.at.toEpochMilli())
            + Long.toHexString(order++);
    Recorded recorded = new Recorded(name, 1, at);
    client.v1().events().resource(event(entry, recorded, at)).create();
    return recorded;
  }

  /** Counts up the Event that is there; null when the API server has dropped it (after an hour). */
  private @Nullable Recorded counted(Entry entry, Recorded old, String at) {
    Recorded next = new Recorded(old.name, old.count + 1, old.first);
    try {
      client.v1().events().resource(event(entry, next, at)).update();
      return next;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  private static Event event(Entry entry, Recorded recorded, String at) {
    var meta = entry.about.getMetadata();
    return new EventBuilder()
        .withNewMetadata()
        .withName(recorded.name)
        .withNamespace(meta.getNamespace())
        .endMetadata()
        .withInvolvedObject(
            new ObjectReferenceBuilder()
                .withApiVersion(entry.about.getApiVersion())
                .withKind(entry.about.getKind())
                .withNamespace(meta.getNamespace())
                .withName(meta.getName())
                .withUid(meta.getUid())
                .build())
        .withType(entry.notice.warning() ? "Warning" : "Normal")
        .withReason(entry.notice.reason())
        .withMessage(entry.notice.message())
        .withNewSource()
        .withComponent("personalize-operator")
        .endSource()
        .withFirstTimestamp(recorded.first)
        .withLastTimestamp(at)
        .withCount(recorded.count)
        .build();
  }
}
