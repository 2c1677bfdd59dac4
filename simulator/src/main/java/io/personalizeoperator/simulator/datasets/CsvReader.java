package io.personalizeoperator.simulator.datasets;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV: commas, optional double quotes, any line end. Inside quotes a quote is doubled (RFC
 * 4180) or has a {@code \} before it (developer guide, "Preparing item metadata for training").
 */
final class CsvReader {
  private static final int END = -1;
  private final Reader in;
  private int next;
  private boolean hasQuotes;
  private boolean hasLineBreak;

  CsvReader(Reader in) throws IOException {
    this.in = in;
    this.next = in.read();
    if (next == '\uFEFF') {
      advance();
    }
  }

  private int advance() throws IOException {
    int current = next;
    next = in.read();
    return current;
  }

  /** The next record, or null at the end; blank lines are skipped. */
  List<String> record() throws IOException {
    hasQuotes = false;
    hasLineBreak = false;
    while (next == '\n' || next == '\r') {
      advance();
    }
    if (next == END) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (next == ',') {
      advance();
      fields.add(field());
    }
    return fields;
  }

  /** Whether a field of the last record was in quotes. */
  boolean hasQuotes() {
    return hasQuotes;
  }

  /** Whether the last record is on more than one line. */
  boolean hasLineBreak() {
    return hasLineBreak;
  }

  private String field() throws IOException {
    if (next == '"') {
      return quoted();
    }
    StringBuilder text = new StringBuilder();
    untilComma(text);
    return text.toString();
  }

  private String quoted() throws IOException {
    hasQuotes = true;
    StringBuilder text = new StringBuilder();
    advance();
    while (next != END) {
      char character = (char) advance();
      if (character == '"') {
        if (next != '"') {
          break;
        }
        advance();
      } else if (character == '\\' && (next == '"' || next == '\\')) {
        character = (char) advance();
      } else if (character == '\n' || character == '\r') {
        hasLineBreak = true;
      }
      text.append(character);
    }
    // As in lenient readers, text between the closing quote and the comma belongs to the value.
    untilComma(text);
    return text.toString();
  }

  private void untilComma(StringBuilder text) throws IOException {
    while (next != END && next != ',' && next != '\n' && next != '\r') {
      text.append((char) advance());
    }
  }
}
