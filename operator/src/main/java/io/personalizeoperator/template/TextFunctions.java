package io.personalizeoperator.template;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Functions of strings and lists: {@code quote} writes a list as IN takes it, and {@code +} of
 * strings and of lists has a bound, so that no nesting of macros can fill the memory.
 */
final class TextFunctions {
  /** More than an expression of Personalize may have in all. */
  private static final int LONGEST_TEXT = 10_000;

  private static final int LONGEST_LIST = 1_000;

  private TextFunctions() {}

  static List<CelFunctionDecl> declarations() {
    ListType any = ListType.create(SimpleType.DYN);
    return List.of(
        CelFunctionDecl.newFunctionDeclaration(
            "quote", CelOverloadDecl.newGlobalOverload("quote_list", SimpleType.STRING, any)),
        CelFunctionDecl.newFunctionDeclaration(
            "_+_",
            CelOverloadDecl.newGlobalOverload(
                "add_bounded_string", SimpleType.STRING, SimpleType.STRING, SimpleType.STRING),
            CelOverloadDecl.newGlobalOverload("add_bounded_list", any, any, any)));
  }

  static List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("quote_list", List.class, TextFunctions::quote),
        CelFunctionBinding.from(
            "add_bounded_string", String.class, String.class, TextFunctions::concat),
        CelFunctionBinding.from(
            "add_bounded_list", Collection.class, Collection.class, TextFunctions::join));
  }

  /** The project's parser takes a backslash before a quote or a backslash; AWS documents none. */
  private static String quote(List<?> values) {
    String quoted =
        values.stream()
            .map(value -> PlainText.of(value).orElseThrow(TextFunctions::notPlain))
            .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(", "));
    return bounded(quoted);
  }

  private static IllegalArgumentException notPlain() {
    return new IllegalArgumentException("quote takes a list of strings and numbers");
  }

  private static String concat(String one, String other) {
    if (one.length() + other.length() > LONGEST_TEXT) {
      throw tooLong();
    }
    return one + other;
  }

  private static String bounded(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw tooLong();
    }
    return text;
  }

  private static IllegalArgumentException tooLong() {
    return new IllegalArgumentException(
        "a text has more than %d characters".formatted(LONGEST_TEXT));
  }

  private static List<Object> join(Collection<?> one, Collection<?> other) {
    if (one.size() + other.size() > LONGEST_LIST) {
      throw new IllegalArgumentException(
          "a list has more than %d elements".formatted(LONGEST_LIST));
    }
    List<Object> all = new ArrayList<>(one);
    all.addAll(other);
    return ImmutableList.copyOf(all);
  }
}
