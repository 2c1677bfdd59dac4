package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The figures in the simulator's README: 64 parallel clients, 100,000 resources on a heap of 256
 * MB, and List pages of 100. It is slow, so its name excludes it from the ordinary build: {@code
 * -Dtest=LoadBenchmark}.
 */
class LoadBenchmark {
  private static final int CLIENTS = 64;
  private static final int GROUPS = 200;
  private static final int FILTERS_PER_GROUP = 500;
  private static final int PAGES = 500;
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKID/20261124/eu-west-1/personalize/aws4_request, SignedHeaders=host, Signature=0";
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private URI endpoint;

  @Test
  void hundredThousandResources() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName(),
                "--port",
                "0",
                "--speed",
                "0")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String line = process.inputReader().readLine();
      endpoint = URI.create(line.substring(line.lastIndexOf(' ') + 1));
      run();
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private void run() throws Exception {
    control(
        "quotas",
        "{\"datasetGroups\":100000,\"schemas\":100000,\"filtersPerDatasetGroup\":100000}");
    control("durations", "{\"datasetGroup\":\"PT0S\",\"dataset\":\"PT0S\",\"filter\":\"PT0S\"}");
    call("CreateSchema", Map.of("name", "items", "schema", Pipeline.ITEMS));
    List<String> groups = IntStream.range(0, GROUPS).mapToObj(i -> "group-" + i).toList();
    for (String group : groups) {
      call("CreateDatasetGroup", Map.of("name", group));
      call(
          "CreateDataset",
          Map.of(
              "name",
              "items",
              "datasetType",
              "Items",
              "datasetGroupArn",
              arn("dataset-group/" + group),
              "schemaArn",
              arn("schema/items")));
    }
    int total = GROUPS * FILTERS_PER_GROUP;
    long[] creating = parallel(total, i -> call("CreateFilter", filter(groups.get(i % GROUPS), i)));
    report("Create, %d clients, %d filters".formatted(CLIENTS, total), creating);
    report(
        "Describe, 64 clients",
        parallel(20_000, i -> call("DescribeFilter", Map.of("filterArn", arn("filter/f-" + i)))));
    long[] pages = pages();
    report("List, a page of 100 of %d, one client".formatted(total), pages);
    assertThat(Duration.ofNanos(pages[PAGES * 99 / 100])).isLessThan(Duration.ofMillis(20));
    assertThat(call("ListDatasetGroups", Map.of()).statusCode()).isEqualTo(200);
  }

  private static String arn(String rest) {
    return "arn:aws:personalize:eu-west-1:123456789012:" + rest;
  }

  private static Map<String, String> filter(String group, int number) {
    return Map.of(
        "name", "f-" + number,
        "datasetGroupArn", arn("dataset-group/" + group),
        "filterExpression", "EXCLUDE ItemID WHERE Items.GENRE IN (\"genre-" + number + "\")");
  }

  private long[] pages() throws Exception {
    long[] times = new long[PAGES];
    String token = null;
    for (int i = 0; i < PAGES; i++) {
      long before = System.nanoTime();
      String body =
          call("ListFilters", token == null ? Map.of() : Map.of("nextToken", token)).body();
      times[i] = System.nanoTime() - before;
      token = DirectClient.parse(body).path("nextToken").asText(null);
    }
    return times;
  }

  private interface Work {
    void run(int number) throws Exception;
  }

  /**
   * Runs the work with all clients at once and returns the time of each piece in nanoseconds, then
   * the total.
   */
  private long[] parallel(int count, Work work) throws Exception {
    long[] times = new long[count];
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> futures =
          IntStream.range(0, CLIENTS)
              .<Future<?>>mapToObj(
                  client ->
                      clients.submit(
                          () -> {
                            for (int i = next.getAndIncrement();
                                i < count;
                                i = next.getAndIncrement()) {
                              long before = System.nanoTime();
                              work.run(i);
                              times[i] = System.nanoTime() - before;
                            }
                            return null;
                          }))
              .toList();
      for (Future<?> future : futures) {
        future.get();
      }
    }
    System.out.printf(
        "%d calls in %.1f s, %.0f calls/s%n",
        count, (System.nanoTime() - start) / 1e9, count / ((System.nanoTime() - start) / 1e9));
    return times;
  }

  private static void report(String what, long[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%s: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms%n",
        what,
        times[times.length / 2] / 1e6,
        times[times.length * 99 / 100] / 1e6,
        times[times.length - 1] / 1e6);
  }

  private HttpResponse<String> call(String operation, Map<String, String> input)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .header("X-Amz-Target", "AmazonPersonalize." + operation)
            .header("Authorization", AUTHORIZATION)
            .timeout(Duration.ofMinutes(1))
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(DirectClient.JSON.writeValueAsBytes(input)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private void control(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(endpoint.resolve("/_simulator/" + path))
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }
}
