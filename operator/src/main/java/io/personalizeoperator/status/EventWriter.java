package io.personalizeoperator.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import io.fabric8.kubernetes.api.model.events.v1.EventBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Writes Events of the API group events.k8s.io, version v1: one object for the first time that
 * something happens, and a series in it for each further time.
 */
final class EventWriter {
  /** What the Events are reported by, as the API asks: a qualified name. */
  private static final String CONTROLLER = "personalize-operator.io/operator";

  /** Longest note (events.k8s.io/v1, Event). */
  private static final int NOTE_LENGTH = 1024;

  /** Longest reportingInstance (events.k8s.io/v1, Event). */
  private static final int INSTANCE_LENGTH = 128;

  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private static final PatchContext MERGE =
      new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

  private final KubernetesClient client;
  private final String instance;
  private long order;

  /**
   * What has happened.
   *
   * @param about to which object
   * @param notice what
   * @param action what the operator did, such as CreateFilter
   * @param at when
   */
  record Occurrence(HasMetadata about, Notice notice, String action, Instant at) {}

  /**
   * An Event that was written.
   *
   * @param name name of the object
   * @param count how often it has happened
   */
  record Written(String name, int count) {}

  /**
   * Writes with the operator's client.
   *
   * @param client writes the Events
   * @param instance which replica reports, such as the name of its pod
   */
  EventWriter(KubernetesClient client, String instance) {
    this.client = client;
    this.instance = shortened(instance, INSTANCE_LENGTH);
  }

  /** Writes the first, or counts up the one that is there. */
  Written write(Occurrence occurrence, @Nullable Written before) {
    Written next = before == null ? null : counted(occurrence, before);
    return next == null ? created(occurrence) : next;
  }

  private Written created(Occurrence occurrence) {
    String name =
        occurrence.about.getMetadata().getName()
            + "."
            + Long.toHexString(occurrence.at.toEpochMilli())
            + Long.toHexString(order++);
    client.resource(event(name, occurrence)).create();
    return new Written(name, 1);
  }

  /** Null when the API server has dropped it (after an hour). */
  private @Nullable Written counted(Occurrence occurrence, Written before) {
    Written next = new Written(before.name, before.count + 1);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("series")
        .put("count", next.count)
        .put("lastObservedTime", MICRO_TIME.format(occurrence.at));
    try {
      client
          .resources(Event.class)
          .inNamespace(occurrence.about.getMetadata().getNamespace())
          .withName(next.name)
          .patch(MERGE, body.toString());
      return next;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return null;
      }
      throw e;
    }
  }

  private Event event(String name, Occurrence occurrence) {
    var meta = occurrence.about.getMetadata();
    return new EventBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace(meta.getNamespace())
        .endMetadata()
        .withRegarding(
            new ObjectReferenceBuilder()
                .withApiVersion(occurrence.about.getApiVersion())
                .withKind(occurrence.about.getKind())
                .withNamespace(meta.getNamespace())
                .withName(meta.getName())
                .withUid(meta.getUid())
                .build())
        .withType(occurrence.notice.warning() ? "Warning" : "Normal")
        .withReason(occurrence.notice.reason())
        .withAction(occurrence.action)
        .withNote(shortened(occurrence.notice.message(), NOTE_LENGTH))
        .withEventTime(new MicroTime(MICRO_TIME.format(occurrence.at)))
        .withReportingController(CONTROLLER)
        .withReportingInstance(instance)
        .build();
  }

  /** The API server counts bytes. */
  private static String shortened(String text, int bytes) {
    int end = text.length();
    while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}
