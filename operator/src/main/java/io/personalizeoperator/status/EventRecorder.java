package io.personalizeoperator.status;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.personalizeoperator.status.EventWriter.Occurrence;
import io.personalizeoperator.status.EventWriter.Written;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes notices as Kubernetes Events, apart from the passes: a slow or failing write delays
 * nothing. An equal notice on the same object counts up the Event that is there.
 */
public final class EventRecorder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);

  /** The action of what a pass finds, and has made no call for. */
  private static final String RECONCILE = "Reconcile";

  private static final int QUEUE = 10_000;
  private static final int REMEMBERED = 2_000;

  private record Key(String uid, Notice notice, String action) {}

  private final EventWriter events;
  private final InstantSource clock;
  private final BlockingQueue<Occurrence> queue = new ArrayBlockingQueue<>(QUEUE);
  private final Map<Key, Written> recent = new LinkedHashMap<>();
  private final Thread writer;
  private volatile boolean closed;

  /**
   * Starts with nothing to write.
   *
   * @param client writes the Events
   * @param instance which replica reports, such as the name of its pod
   * @param clock gives their time: the machine's, for kubectl shows how long ago an Event was
   */
  public EventRecorder(KubernetesClient client, String instance, InstantSource clock) {
    this.events = new EventWriter(client, instance);
    this.clock = clock;
    this.writer = Thread.ofVirtual().name("events").start(this::write);
  }

  /** Takes a notice of what a pass has found. */
  public void record(HasMetadata about, Notice notice) {
    record(about, notice, RECONCILE);
  }

  /**
   * Takes a notice; with 10,000 unwritten ones the new one is only logged.
   *
   * @param action what was done, such as the operation of AWS that was called
   */
  public void record(HasMetadata about, Notice notice, String action) {
    LogContext.during(about, () -> LOG.info("{}: {}", notice.reason(), notice.message()));
    queue.offer(new Occurrence(about, notice, action, clock.instant()));
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
        Occurrence next = queue.poll(200, TimeUnit.MILLISECONDS);
        if (next != null) {
          LogContext.during(next.about(), () -> write(next));
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Stopped with {} Events unwritten", queue.size());
    }
  }

  private void write(Occurrence next) {
    Key key = new Key(next.about().getMetadata().getUid(), next.notice(), next.action());
    try {
      recent.put(key, events.write(next, recent.remove(key)));
    } catch (RuntimeException e) {
      LOG.warn("Cannot write an Event: {}", e.getMessage());
    }
    if (recent.size() > REMEMBERED) {
      recent.remove(recent.keySet().iterator().next());
    }
  }
}
