package io.personalizeoperator.offenders.account;

import java.util.concurrent.Executors;

/** Has threads and a time of its own. */
final class SelfStarter {
  long start() throws InterruptedException {
    Executors.newSingleThreadExecutor().close();
    Thread.startVirtualThread(() -> {});
    new Thread(() -> {});
    Thread.sleep(1);
    return System.nanoTime();
  }
}
