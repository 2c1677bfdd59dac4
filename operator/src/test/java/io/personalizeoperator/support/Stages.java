package io.personalizeoperator.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test that asks for one a {@link Stage} of its own, and clears it away afterwards. */
public final class Stages implements ParameterResolver {
  private static final Namespace STORE = Namespace.create(Stages.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Stage.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RealApiServer server =
        context
            .getRoot()
            .getStore(STORE)
            .getOrComputeIfAbsent(
                RealApiServer.class, key -> RealApiServer.start(), RealApiServer.class);
    return context
        .getStore(STORE)
        .getOrComputeIfAbsent(Stage.class, key -> new Stage(server), Stage.class);
  }
}
