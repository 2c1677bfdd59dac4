package io.personalizeoperator.config;

/** Format of the log lines. */
public enum LogFormat {
  text,
  json
}
