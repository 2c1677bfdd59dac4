package io.personalizeoperator.simulator.datasets;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as defined by RFC 4180: commas, optional double quotes, quotes doubled inside quotes,
 * any line end.
 */
final class CsvReader {
  private static final int END = -1;
  private final Reader in;
  private int next;

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

  private String field() throws IOException {
    if (next == '"') {
      return quoted();
    }
    StringBuilder text = new StringBuilder();
    while (next != END && next != ',' && next != '\n' && next != '\r') {
      text.append((char) advance());
    }
    return text.toString();
  }

  private String quoted() throws IOException {
    StringBuilder text = new StringBuilder();
    advance();
    while (next != END) {
      char character = (char) advance();
      if (character == '"') {
        if (next != '"') {
          break;
        }
        advance();
      }
      text.append(character);
    }
    // As in lenient readers, text between the closing quote and the comma belongs to the value.
    while (next != END && next != ',' && next != '\n' && next != '\r') {
      text.append((char) advance());
    }
    return text.toString();
  }
}
