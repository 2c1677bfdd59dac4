package io.personalizeoperator.config;

/** Form of the log lines. */
public enum LogFormat {
  text,
  json
}
