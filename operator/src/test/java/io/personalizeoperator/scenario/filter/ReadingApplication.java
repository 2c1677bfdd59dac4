package io.personalizeoperator.scenario.filter;

import io.fabric8.kubernetes.client.utils.Serialization;
import io.personalizeoperator.support.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An application that reads a filter's ARN from the ConfigMap and asks for recommendations with it,
 * again and again. An answer that is no 200, or an item that is older than the filter allows, is
 * kept as its complaint.
 */
final class ReadingApplication implements AutoCloseable {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmm");

  /** How the application finds its filter, and what it may be told with it. */
  record Wiring(String configMap, String campaignKey, String filterKey, long days) {}

  private final Stage stage;
  private final Wiring wiring;
  private final Map<String, Long> created;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicReference<String> complaint = new AtomicReference<>();
  private final AtomicInteger answers = new AtomicInteger();
  private final Set<String> used = new ConcurrentSkipListSet<>();
  private final Thread thread = Thread.ofVirtual().unstarted(this::readAll);

  /**
   * Starts to read.
   *
   * @param created when each item was created, in seconds
   */
  ReadingApplication(Stage stage, Wiring wiring, Map<String, Long> created) {
    this.stage = stage;
    this.wiring = wiring;
    this.created = created;
    thread.start();
  }

  private void readAll() {
    while (!stopped.get() && complaint.get() == null) {
      try {
        read();
      } catch (IOException | RuntimeException e) {
        complaint.set(e.toString());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read() throws IOException, InterruptedException {
    Map<String, String> arns = stage.cluster().configMap(wiring.configMap);
    String filter = arns.get(wiring.filterKey);
    String body =
        """
        {"campaignArn": "%s", "userId": "user-01", "numResults": 100, "filterArn": "%s"}
        """
            .formatted(arns.get(wiring.campaignKey), filter);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(stage.endpoint() + "/recommendations"))
                .header("Content-Type", "application/json")
                .header(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=AKIATEST/20261124/eu-west-1/personalize/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      complaint.set("%s with %s: %s".formatted(answer.statusCode(), filter, answer.body()));
      return;
    }
    check(filter, answer.body());
    used.add(filter);
    answers.incrementAndGet();
  }

  private void check(String filter, String answer) {
    Instant tick =
        LocalDateTime.parse(filter.substring(filter.lastIndexOf('-') + 1), STAMP)
            .toInstant(ZoneOffset.UTC);
    long oldest = tick.getEpochSecond() - wiring.days * 86_400;
    Map<?, ?> content = Serialization.unmarshal(answer, Map.class);
    for (Object item : (List<?>) content.get("itemList")) {
      String id = (String) ((Map<?, ?>) item).get("itemId");
      if (created.get(id) <= oldest) {
        complaint.set("%s with %s is too old".formatted(id, filter));
      }
    }
  }

  /** What went wrong; null when nothing has. */
  String complaint() {
    return complaint.get();
  }

  int answers() {
    return answers.get();
  }

  /** The ARNs that it has used. */
  Set<String> used() {
    return used;
  }

  @Override
  public void close() {
    stopped.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    http.close();
  }
}
