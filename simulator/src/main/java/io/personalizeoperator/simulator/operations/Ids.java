package io.personalizeoperator.simulator.operations;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that AWS would draw at random, here made from what they belong to, so that a run can be
 * repeated.
 */
public final class Ids {
  private static final int SHORT = 8;

  private Ids() {}

  /** A UUID for that text. */
  public static String uuid(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Eight hexadecimal digits for that text. */
  public static String hex(String text) {
    return uuid(text).substring(0, SHORT);
  }
}
