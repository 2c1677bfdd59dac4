package io.personalizeoperator.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personalizeoperator.simulator.datasets.RecordChange;
import io.personalizeoperator.simulator.world.ChangeListener;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.WorldKey;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The file of {@code --state}: one JSON object per line, each a change. It holds the effect of
 * every answered call, also after kill -9: the changes of a call are one line, and the answer waits
 * until the line is on the disk. At the next start the changes are applied in order, and a new,
 * shortest file replaces the old one.
 */
public final class StateFile implements ChangeListener, AutoCloseable {
  private final Path file;
  private AppendLog log;

  /** Creates the state of that file; reads and writes nothing yet. */
  public StateFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** Reads the lines of the file, if there is one, and opens it for more. */
  public void open(StateReader reader) throws IOException {
    if (Files.exists(file)) {
      reader.read(file);
    }
    rewrite(reader.snapshot());
    log = new AppendLog(file);
  }

  private void rewrite(Stream<JsonNode> lines) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      for (JsonNode line : (Iterable<JsonNode>) lines::iterator) {
        out.write(StateCodec.JSON.writeValueAsBytes(line));
        out.write('\n');
      }
      out.flush();
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      // The rename has to be on the disk too.
      directory.force(true);
    }
  }

  private void append(JsonNode line) {
    try {
      log.append(StateCodec.JSON.writeValueAsBytes(line));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void changed(WorldKey world, Instant now, Map<String, Resource> changes) {
    append(worldLine(world, now, changes));
  }

  static ObjectNode worldLine(WorldKey world, Instant now, Map<String, Resource> changes) {
    ObjectNode line = StateCodec.JSON.createObjectNode();
    line.put("account", world.account()).put("region", world.region()).put("at", now.toString());
    ArrayNode gone = line.putArray("gone");
    ArrayNode there = line.putArray("there");
    changes.forEach(
        (arn, resource) -> {
          if (resource == null) {
            gone.add(arn);
          } else {
            there.add(StateCodec.write(resource));
          }
        });
    return line;
  }

  /** Saves a change of records. */
  public void records(RecordChange change) {
    append(recordsLine(change));
  }

  static ObjectNode recordsLine(RecordChange change) {
    ObjectNode line = StateCodec.JSON.createObjectNode();
    line.put("records", change.type().name())
        .put("dataset", change.dataset())
        .put("at", change.at().toString());
    line.set("rows", StateCodec.value(change.rows()));
    return line;
  }

  /** Saves an applied control request and waits until it is on the disk. */
  public void control(String request, JsonNode body, Instant now) {
    ObjectNode line =
        StateCodec.JSON.createObjectNode().put("control", request).put("at", now.toString());
    line.set("body", body);
    append(line);
    settle();
  }

  /** Saves the time of the clock and waits until it is on the disk. */
  public void moment(Instant now) {
    append(momentLine(now));
    settle();
  }

  static JsonNode momentLine(Instant now) {
    return StateCodec.JSON.createObjectNode().put("at", now.toString());
  }

  /** Saves the account of an access key and waits until it is on the disk. */
  public void session(Map<String, String> session, Instant now) {
    ObjectNode line = StateCodec.JSON.createObjectNode().put("at", now.toString());
    line.set("session", StateCodec.value(session));
    append(line);
    settle();
  }

  @Override
  public void settle() {
    log.settle();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
