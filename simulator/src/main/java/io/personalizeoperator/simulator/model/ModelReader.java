package io.personalizeoperator.simulator.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the line format of the {@code .model} resources; their first lines describe it. */
final class ModelReader {
  private final Map<String, Declaration> declarations = new LinkedHashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  /** A top-level line with the indented lines below it. */
  private record Declaration(String type, String name, String rest, List<String> body) {}

  ModelReader(List<String> lines) {
    Declaration current = null;
    for (String line : lines) {
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (line.startsWith("  ")) {
        current.body().add(line.strip());
        continue;
      }
      String[] words = line.split(" ", 3);
      current =
          new Declaration(words[0], words[1], words.length > 2 ? words[2] : "", new ArrayList<>());
      declarations.put(
          current.type().equals("operation") ? "operation " + current.name() : current.name(),
          current);
    }
  }

  Map<String, OperationModel> operations() {
    Map<String, OperationModel> operations = new LinkedHashMap<>();
    for (Declaration declaration : declarations.values()) {
      if (declaration.type().equals("operation")) {
        operations.put(declaration.name(), operation(declaration));
      }
    }
    return operations;
  }

  private OperationModel operation(Declaration declaration) {
    List<Shape.Member> input = new ArrayList<>();
    List<Shape.Member> output = new ArrayList<>();
    List<String> errors = List.of();
    String path = "/";
    for (String line : declaration.body()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "in" -> input.add(member(words[1], words[2]));
        case "out" -> output.add(member(words[1], words[2]));
        case "errors" -> errors = List.of(words).subList(1, words.length);
        case "path" -> path = words[1];
        default ->
            throw new IllegalStateException(
                "Unknown line in operation " + declaration.name() + ": " + line);
      }
    }
    return new OperationModel(
        declaration.name(),
        new Shape.Structure(declaration.name() + "Request", List.copyOf(input)),
        new Shape.Structure(declaration.name() + "Response", List.copyOf(output)),
        errors,
        path);
  }

  private Shape.Member member(String name, String shape) {
    boolean required = name.endsWith("!");
    return new Shape.Member(
        required ? name.substring(0, name.length() - 1) : name, shape(shape), required);
  }

  private Shape shape(String name) {
    Shape known = shapes.get(name);
    if (known == null) {
      Declaration declaration = declarations.get(name);
      if (declaration == null) {
        throw new IllegalStateException(
            "The model names a shape that it does not declare: " + name);
      }
      known = build(declaration);
      shapes.put(name, known);
    }
    return known;
  }

  private Shape build(Declaration declaration) {
    String name = declaration.name();
    Map<String, String> facets = facets(declaration.rest());
    Long min = number(facets.get("min"));
    Long max = number(facets.get("max"));
    return switch (declaration.type()) {
      case "string" -> {
        String pattern = facets.get("pattern");
        String values = facets.get("enum");
        yield new Shape.Text(
            name,
            min,
            max,
            pattern == null ? null : Pattern.compile(pattern),
            values == null ? List.of() : List.of(values.split("\\|")));
      }
      case "integer" -> new Shape.Whole(name, min, max);
      case "double", "float" -> new Shape.Decimal(name, min, max);
      case "boolean" -> new Shape.Flag(name);
      case "timestamp" -> new Shape.Moment(name);
      case "list" -> new Shape.Items(name, shape(facets.get("of")), min, max);
      case "map" ->
          new Shape.Entries(name, shape(facets.get("key")), shape(facets.get("value")), min, max);
      case "structure" -> structure(declaration);
      default ->
          throw new IllegalStateException(
              "Unknown type of shape " + name + ": " + declaration.type());
    };
  }

  private Shape structure(Declaration declaration) {
    List<Shape.Member> members = new ArrayList<>();
    for (String line : declaration.body()) {
      String[] words = line.split(" ");
      members.add(member(words[0], words[1]));
    }
    return new Shape.Structure(declaration.name(), List.copyOf(members));
  }

  /** Splits {@code min=1 max=63 pattern=…}; the pattern is last and may hold spaces. */
  private static Map<String, String> facets(String text) {
    Map<String, String> facets = new HashMap<>();
    int pattern = text.indexOf("pattern=");
    String head = pattern < 0 ? text : text.substring(0, pattern);
    if (pattern >= 0) {
      facets.put("pattern", text.substring(pattern + "pattern=".length()));
    }
    for (String word : head.strip().split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        facets.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    return facets;
  }

  private static Long number(String text) {
    return text == null ? null : Long.valueOf(text);
  }
}
