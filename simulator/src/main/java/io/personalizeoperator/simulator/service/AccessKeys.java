package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.world.WorldKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The account of each access key: the one for which AssumeRole issued the key, else the default
 * account.
 */
public final class AccessKeys {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final String defaultAccount;
  private volatile Consumer<Map<String, String>> listener = session -> {};

  /** An assumed role: its account, and the ARN of the session. */
  record Session(String account, String arn, String userId) {}

  /** Creates access keys with that default account, 12 digits. */
  public AccessKeys(String defaultAccount) {
    this.defaultAccount = defaultAccount;
  }

  /** Passes every key issued from now on to the listener, as a map that {@link #restore} takes. */
  public void listen(Consumer<Map<String, String>> newListener) {
    listener = newListener;
  }

  void issue(String accessKey, Session session) {
    sessions.put(accessKey, session);
    listener.accept(
        Map.of(
            "accessKey", accessKey,
            "account", session.account(),
            "arn", session.arn(),
            "userId", session.userId()));
  }

  /** Restores a key that was issued earlier. */
  public void restore(Map<String, String> session) {
    sessions.put(
        session.get("accessKey"),
        new Session(session.get("account"), session.get("arn"), session.get("userId")));
  }

  /** The number of issued keys. */
  int issued() {
    return sessions.size();
  }

  /** The session of an access key. */
  Session session(String accessKey) {
    Session assumed = sessions.get(accessKey);
    return assumed != null
        ? assumed
        : new Session(
            defaultAccount, "arn:aws:iam::" + defaultAccount + ":user/simulator", "AIDASIMULATOR");
  }

  /** The world of a credential. */
  WorldKey world(Credential credential) {
    return new WorldKey(session(credential.accessKey()).account(), credential.region());
  }

  /** Removes all issued keys. */
  public void clear() {
    sessions.clear();
  }
}
