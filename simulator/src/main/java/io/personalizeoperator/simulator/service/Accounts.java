package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.world.WorldKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Which account an access key belongs to: the one it was handed out for by AssumeRole, else the
 * default one.
 */
public final class Accounts {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final String defaultAccount;
  private volatile Consumer<Map<String, String>> listener = session -> {};

  /** An assumed role: its account, and the ARN of the session. */
  record Session(String account, String arn, String userId) {}

  /** Accounts with that default, 12 digits. */
  public Accounts(String defaultAccount) {
    this.defaultAccount = defaultAccount;
  }

  /**
   * Tells that listener of every key that is handed out from now on, as a map that {@link #restore}
   * takes.
   */
  public void listen(Consumer<Map<String, String>> newListener) {
    listener = newListener;
  }

  void handOut(String accessKey, Session session) {
    sessions.put(accessKey, session);
    listener.accept(
        Map.of(
            "accessKey", accessKey,
            "account", session.account(),
            "arn", session.arn(),
            "userId", session.userId()));
  }

  /** Takes back a key that was handed out earlier. */
  public void restore(Map<String, String> session) {
    sessions.put(
        session.get("accessKey"),
        new Session(session.get("account"), session.get("arn"), session.get("userId")));
  }

  /** How many keys have been handed out. */
  int handedOut() {
    return sessions.size();
  }

  /** Who an access key stands for. */
  Session session(String accessKey) {
    Session assumed = sessions.get(accessKey);
    return assumed != null
        ? assumed
        : new Session(
            defaultAccount, "arn:aws:iam::" + defaultAccount + ":user/simulator", "AIDASIMULATOR");
  }

  /** The world in which a credential works. */
  WorldKey world(Credential credential) {
    return new WorldKey(session(credential.accessKey()).account(), credential.region());
  }

  /** Forgets the keys that were handed out. */
  public void clear() {
    sessions.clear();
  }
}
