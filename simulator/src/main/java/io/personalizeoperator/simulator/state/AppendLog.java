package io.personalizeoperator.simulator.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An append-only file of lines. {@link #settle} returns when all lines so far are on the disk;
 * concurrent callers share one flush.
 */
final class AppendLog implements AutoCloseable {
  private final FileChannel channel;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock flushing = new ReentrantLock();
  private volatile long appended;
  private volatile long flushed;

  AppendLog(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  void append(byte[] line) {
    writing.lock();
    try {
      ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      appended++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writing.unlock();
    }
  }

  void settle() {
    long wanted = appended;
    if (flushed >= wanted) {
      return;
    }
    flushing.lock();
    try {
      if (flushed < wanted) {
        long reached = appended;
        channel.force(false);
        flushed = reached;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      flushing.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    settle();
    channel.close();
  }
}
