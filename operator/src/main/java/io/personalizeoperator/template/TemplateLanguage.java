package io.personalizeoperator.template;

import com.google.common.collect.ImmutableSet;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * CEL with the variables and functions of templates, for one zone and one set of parameters. What
 * an expression may cost is bounded, so that none can hang the operator: its length and depth, the
 * rounds of its macros, and what strings and lists can grow to.
 */
final class TemplateLanguage {
  static final String NOW = "now";
  static final String NAME = "metadata.name";
  static final String NAMESPACE = "metadata.namespace";
  static final String PARAMETERS = "spec.parameters.";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(4_096)
          .maxParseRecursionDepth(32)
          .maxParseExpressionNodeCount(1_000)
          .maxParseErrorRecoveryLimit(1)
          .comprehensionMaxIterations(1_000)
          .maxRegexProgramSize(1_000)
          .build();

  private final CelCompiler compiler;
  private final CelRuntime runtime;

  /**
   * The language of a template.
   *
   * @param parameters the user's constants; the types of their values are checked
   */
  TemplateLanguage(ZoneId zone, Map<String, Object> parameters) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(
                CelStandardDeclarations.newBuilder()
                    .filterFunctions(
                        (function, overload) ->
                            overload != Arithmetic.ADD_STRING && overload != Arithmetic.ADD_LIST)
                    .build())
            .addVar(NOW, SimpleType.TIMESTAMP)
            .addVar(NAME, SimpleType.STRING)
            .addVar(NAMESPACE, SimpleType.STRING)
            .addFunctionDeclarations(TimeFunctions.declarations())
            .addFunctionDeclarations(TextFunctions.declarations());
    new TreeMap<>(parameters)
        .forEach((name, value) -> builder.addVar(PARAMETERS + name, typeOf(value)));
    compiler = builder.build();
    runtime =
        CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(
                CelStandardFunctions.newBuilder()
                    .filterFunctions(
                        (function, overload) ->
                            overload != AddOverload.ADD_STRING && overload != AddOverload.ADD_LIST)
                    .build())
            .addFunctionBindings(TimeFunctions.bindings(zone))
            .addFunctionBindings(TextFunctions.bindings())
            .build();
  }

  private static CelType typeOf(Object value) {
    return switch (value) {
      case String text -> SimpleType.STRING;
      case Long number -> SimpleType.INT;
      case Integer number -> SimpleType.INT;
      case Double number -> SimpleType.DOUBLE;
      case Boolean flag -> SimpleType.BOOL;
      case List<?> list -> ListType.create(typeOfAll(list));
      default -> SimpleType.DYN;
    };
  }

  private static CelType typeOfAll(List<?> list) {
    ImmutableSet<CelType> types =
        list.stream().map(TemplateLanguage::typeOf).collect(ImmutableSet.toImmutableSet());
    return types.size() == 1 ? types.iterator().next() : SimpleType.DYN;
  }

  /**
   * Reads and checks one expression.
   *
   * @throws TemplateException when it is no CEL, or its result is neither text nor number
   */
  CelRuntime.Program compile(String template, TemplatePart.Expression expression) {
    try {
      CelAbstractSyntaxTree tree = compiler.compile(expression.source()).getAst();
      ResultRule.check(template, expression, tree.getResultType());
      return runtime.createProgram(tree);
    } catch (CelValidationException e) {
      throw invalid(template, expression, e.getErrors().getFirst());
    } catch (CelEvaluationException e) {
      throw TemplateException.at(template, expression.offset(), ResultRule.words(e.getMessage()));
    }
  }

  private static TemplateException invalid(
      String template, TemplatePart.Expression expression, CelIssue issue) {
    String[] lines = expression.source().split("\n", -1);
    int line = Math.clamp(issue.getSourceLocation().getLine(), 1, lines.length);
    int offset = expression.offset() + Math.max(0, issue.getSourceLocation().getColumn());
    for (int i = 0; i < line - 1; i++) {
      offset += lines[i].length() + 1;
    }
    return TemplateException.at(template, offset, ResultRule.words(issue.getMessage()));
  }
}
