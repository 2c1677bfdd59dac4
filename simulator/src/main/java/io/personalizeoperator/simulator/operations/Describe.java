package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.Shape;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.Map;

/**
 * A Describe operation: returns the resource as readers see it, with the members of the operation's
 * output.
 */
public final class Describe implements Operation {
  private final ResourceKind kind;
  private final Shape.Structure shape;

  Describe(ResourceKind kind, OperationModel model) {
    this.kind = kind;
    this.shape = (Shape.Structure) model.output().member(kind.describeMember()).shape();
  }

  @Override
  public Map<String, Object> call(Call call) {
    return Map.of(kind.describeMember(), view(shape, visible(call, kind)));
  }

  /**
   * The resource of that kind as readers see it; ResourceNotFoundException also while its creation
   * is not visible yet.
   */
  public static Resource visible(Call call, ResourceKind kind) {
    String arn = call.text(kind.arnMember());
    Resource resource = call.world().visible(arn);
    if (resource == null || resource.kind() != kind) {
      throw ServiceException.notFound(arn);
    }
    return resource;
  }

  /** The members of the resource that the shape has. */
  public static Map<String, Object> view(Shape.Structure shape, Resource resource) {
    Members members = new Members();
    for (Shape.Member member : shape.members()) {
      members.and(member.name(), resource.member(member.name()));
    }
    return members.map();
  }
}
