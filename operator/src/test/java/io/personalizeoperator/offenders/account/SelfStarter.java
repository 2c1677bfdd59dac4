package io.personalizeoperator.offenders.account;

import java.util.concurrent.Executors;

/** Has threads and a time of its own. */
final class SelfStarter {
  long start() {
    Executors.newSingleThreadExecutor().close();
    Thread.startVirtualThread(() -> {});
    new Thread(() -> {});
    return System.nanoTime();
  }
}
