package io.personalizeoperator.support;

import io.personalizeoperator.config.OperatorOptions;
import io.personalizeoperator.runtime.OperatorProcess;
import java.util.List;
import org.awaitility.Awaitility;
import picocli.CommandLine;

/** An operator in this JVM, with the way to end it well or badly. */
final class RunningOperator implements AutoCloseable {
  private final KubernetesCut kubernetes = new KubernetesCut();
  private final OperatorProcess process;

  RunningOperator(RealApiServer server, List<String> arguments) {
    OperatorOptions options = new OperatorOptions();
    new CommandLine(options).parseArgs(arguments.toArray(String[]::new));
    process = OperatorProcess.start(options, server.client(List.of(kubernetes)));
  }

  int port() {
    return process.port();
  }

  /** From now on it acts in AWS but cannot report it in a status. */
  void loseStatuses() {
    kubernetes.cutStatuses();
  }

  List<String> writes() {
    return kubernetes.writes();
  }

  /** Waits until a pass has ended whose status was lost. */
  void awaitLostStatus() {
    Awaitility.await("a status that is lost").until(() -> kubernetes.lost() > 0);
  }

  void holdStatuses() {
    kubernetes.holdStatuses();
  }

  void releaseStatuses() {
    kubernetes.releaseStatuses();
  }

  /** Ends it without another write to Kubernetes, as a kill would. */
  void crash() {
    kubernetes.cutAll();
    kubernetes.releaseStatuses();
    process.close();
  }

  @Override
  public void close() {
    process.close();
  }
}
