package io.personalizeoperator.simulator.service;

import io.personalizeoperator.simulator.world.WorldKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which account an access key belongs to: the one it was handed out for by AssumeRole, else the
 * default one.
 */
public final class Accounts {
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final String defaultAccount;

  /** An assumed role: its account, and the ARN of the session. */
  record Session(String account, String arn, String userId) {}

  /** Accounts with that default, 12 digits. */
  public Accounts(String defaultAccount) {
    this.defaultAccount = defaultAccount;
  }

  void handOut(String accessKey, Session session) {
    sessions.put(accessKey, session);
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
