package io.personalizeoperator.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.personalizeoperator.simulator.datasets.DatasetStore;
import io.personalizeoperator.simulator.datasets.RecordChange;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.World;
import io.personalizeoperator.simulator.world.WorldKey;
import io.personalizeoperator.simulator.world.Worlds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Applies the lines of a state file, and makes the lines of the shortest file with the same result.
 */
public final class StateReader {
  private final Worlds worlds;
  private final DatasetStore store;
  private final Controls controls;
  private final Consumer<Map<String, String>> sessions;
  private final List<JsonNode> kept = new ArrayList<>();
  private Instant latest = Instant.MIN;

  /** Applies a control request that a state file holds. */
  @FunctionalInterface
  public interface Controls {
    /** Applies the request, such as {@code PUT durations}. */
    void carryOut(String request, JsonNode body);
  }

  /** Creates a reader that restores those parts. */
  public StateReader(
      Worlds worlds,
      DatasetStore store,
      Controls controls,
      Consumer<Map<String, String>> sessions) {
    this.worlds = worlds;
    this.store = store;
    this.controls = controls;
    this.sessions = sessions;
  }

  /** The latest time of the simulated clock in the file; {@link Instant#MIN} for an empty file. */
  public Instant latest() {
    return latest;
  }

  void read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      String line = reader.readLine();
      while (line != null) {
        number++;
        String next = reader.readLine();
        try {
          apply(StateCodec.JSON.readTree(line));
        } catch (JsonProcessingException e) {
          if (next != null) {
            throw new IOException(
                "Line %d of the state file %s is not valid.".formatted(number, file), e);
          }
          // The process ended while it wrote the last line, so no client got an answer for it.
        }
        line = next;
      }
    }
  }

  private void apply(JsonNode line) {
    Instant at = Instant.parse(line.get("at").textValue());
    latest = at.isAfter(latest) ? at : latest;
    if (line.has("control")) {
      control(line);
    } else if (line.has("session")) {
      kept.add(line);
      sessions.accept(StateCodec.texts(line.get("session")));
    } else if (line.has("records")) {
      store.apply(change(line, at));
    } else if (line.has("account")) {
      World world =
          worlds.world(
              new WorldKey(line.get("account").textValue(), line.get("region").textValue()));
      line.get("gone").forEach(arn -> world.restore(arn.textValue(), null));
      line.get("there").forEach(json -> restore(world, StateCodec.read(json)));
    }
  }

  private static void restore(World world, Resource resource) {
    world.restore(resource.arn(), resource);
  }

  private static RecordChange change(JsonNode line, Instant at) {
    List<Map<String, String>> rows = new ArrayList<>();
    line.get("rows").forEach(row -> rows.add(StateCodec.texts(row)));
    return new RecordChange(
        line.get("dataset").textValue(),
        RecordChange.Type.valueOf(line.get("records").textValue()),
        rows,
        at);
  }

  private void control(JsonNode line) {
    String request = line.get("control").textValue();
    if (request.endsWith("reset")) {
      kept.clear();
    } else {
      kept.add(line);
    }
    controls.carryOut(request, line.get("body"));
  }

  Stream<JsonNode> snapshot() {
    Stream<JsonNode> records = store.snapshot().stream().map(StateFile::recordsLine);
    Stream<JsonNode> resources =
        worlds.all().stream()
            .flatMap(world -> world.all().stream().map(resource -> line(world, resource)));
    Stream<JsonNode> moment =
        Stream.of(latest).filter(at -> !at.equals(Instant.MIN)).map(StateFile::momentLine);
    return Stream.of(moment, kept.stream(), records, resources).flatMap(lines -> lines);
  }

  private JsonNode line(World world, Resource resource) {
    Map<String, Resource> one = new HashMap<>();
    one.put(resource.arn(), resource);
    return StateFile.worldLine(world.key(), latest, one);
  }
}
