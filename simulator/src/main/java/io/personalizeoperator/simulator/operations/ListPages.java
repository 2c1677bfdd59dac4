package io.personalizeoperator.simulator.operations;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.Shape;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import java.util.List;
import java.util.Map;

/**
 * A List operation: returns pages of summaries in the order of the kind. The model defines the
 * members of a summary.
 */
final class ListPages implements Operation {
  private final ResourceKind kind;
  private final Shape.Structure summary;

  ListPages(ResourceKind kind, OperationModel model) {
    this.kind = kind;
    Shape.Items items = (Shape.Items) model.output().member(kind.listMember()).shape();
    this.summary = (Shape.Structure) items.element();
  }

  @Override
  public Map<String, Object> call(Call call) {
    String parent = kind.parentMember() == null ? null : call.text(kind.parentMember());
    if (kind == ResourceKind.SOLUTION_VERSION
        && parent != null
        && call.world().visible(parent) == null) {
      // Only ListSolutionVersions documents ResourceNotFoundException.
      throw ServiceException.notFound(parent);
    }
    PageToken token = PageToken.of(call, parent);
    int limit = call.number("maxResults", PageToken.DEFAULT_SIZE);
    List<Resource> found = call.world().page(kind, parent, token.after(), limit + 1);
    List<Resource> page = found.size() > limit ? found.subList(0, limit) : found;
    List<Map<String, Object>> summaries =
        page.stream().map(resource -> Describe.view(summary, resource)).toList();
    Members answer = new Members().and(kind.listMember(), summaries);
    if (found.size() > limit) {
      answer.and("nextToken", token.next(page.getLast().sequence()));
    }
    return answer.map();
  }
}
