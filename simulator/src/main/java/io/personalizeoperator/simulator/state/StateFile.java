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
 * The file behind {@code --state}: one JSON object to a line, each a change. What was answered is
 * in it, also after kill -9: a call's changes are one line, and the answer waits until the line is
 * on the disk. At the next start the changes are applied in order and the file is written anew, as
 * short as can be, beside the old one, which it then replaces.
 */
public final class StateFile implements ChangeListener, AutoCloseable {
  private final Path file;
  private AppendLog log;

  /** A state in that file; nothing is read or written yet. */
  public StateFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** The lines of the file, if there is one, and the file ready for more. */
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
      // The rename itself has to be on the disk too.
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

  /** Keeps a change of records. */
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

  /** Keeps a control request that has been carried out, and waits until it is on the disk. */
  public void control(String request, JsonNode body, Instant now) {
    ObjectNode line =
        StateCodec.JSON.createObjectNode().put("control", request).put("at", now.toString());
    line.set("body", body);
    append(line);
    settle();
  }

  /** Keeps how far the clock has been moved, and waits until that is on the disk. */
  public void moment(Instant now) {
    append(momentLine(now));
    settle();
  }

  static JsonNode momentLine(Instant now) {
    return StateCodec.JSON.createObjectNode().put("at", now.toString());
  }

  /** Keeps the account of an access key, and waits until it is on the disk. */
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
