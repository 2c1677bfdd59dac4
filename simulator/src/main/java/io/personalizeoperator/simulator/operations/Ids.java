package io.personalizeoperator.simulator.operations;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids for which AWS uses random numbers. They are hashes of their owner here, so that runs are
 * repeatable.
 */
public final class Ids {
  private static final int SHORT = 8;

  private Ids() {}

  /** A UUID from that text. */
  public static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Eight hexadecimal digits from that text. */
  public static String hex(String text) {
    return uuid(text).substring(0, SHORT);
  }
}
