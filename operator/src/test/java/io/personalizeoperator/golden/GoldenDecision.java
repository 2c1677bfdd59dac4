package io.personalizeoperator.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.api.PersonalizeResource;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.Decision;
import io.personalizeoperator.decision.LifecycleDecider;
import io.personalizeoperator.decision.Parent;
import io.personalizeoperator.decision.ParentReference;
import io.personalizeoperator.reconcile.Kind;
import io.personalizeoperator.testing.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kind decides in one case.
 *
 * @param kind the kind
 * @param folder the case
 * @param kinds all kinds, for the other custom resources of the case
 */
record GoldenDecision<R extends PersonalizeResource<?, ?>, D>(
    Kind<R, D> kind, GoldenFolder folder, List<Kind<?, ?>> kinds) {

  /** Decides, and compares with all out files. */
  void check() {
    Decision decision = decide();
    folder.expect("out-status.yaml", decision.status().map(Yaml::treeOf));
    folder.expect("out-action.yaml", Optional.of(action(decision)));
    folder.expect(
        "out-notices.yaml",
        Optional.of(decision.notices()).filter(all -> !all.isEmpty()).map(Yaml::treeOf));
    folder.finish();
  }

  /** What the case's pass observes. */
  Observation<R, D> observation() {
    return observation(resource(), MomentFile.in(folder));
  }

  private R resource() {
    JsonNode tree =
        folder
            .tree("in-resource.yaml")
            .orElseThrow(() -> new AssertionError(folder + " has no in-resource.yaml"));
    return Yaml.resource(tree, kind.type());
  }

  private Decision decide() {
    R resource = resource();
    MomentFile moment = MomentFile.in(folder);
    Observation<R, D> observation = observation(resource, moment);
    LifecycleDecider<R, D> decider = new LifecycleDecider<>(kind.decider());
    Decision decision = decider.decide(observation.observed(kind.decider()));
    if (moment.failed() == null) {
      return decision;
    }
    Action tried =
        decision
            .action()
            .orElseThrow(
                () -> new AssertionError(folder + " has no action that could have failed"));
    long generation = resource.getMetadata().getGeneration();
    return decider.decide(
        observation.after(moment.failed().of(tried, generation)).observed(kind.decider()));
  }

  private Observation<R, D> observation(R resource, MomentFile moment) {
    AccountFile account = AccountFile.in(folder);
    OthersFile others = OthersFile.in(folder, kinds);
    Observation<R, D> observation =
        Observation.<R, D>of(resource)
            .at(moment.now())
            .account(moment.account())
            .region(moment.region())
            .neighbours(others.all(kind.listensTo()));
    if (resource.isMarkedForDeletion()) {
      observation.dependents(others.childrenOf(resource));
    }
    List<Parent> parents = new ArrayList<>();
    for (ParentReference reference : kind.decider().references(resource)) {
      PersonalizeResource<?, ?> parent = others.find(reference);
      parents.add(new Parent(reference, Optional.ofNullable(parent)));
      observation.parent(reference, parent);
    }
    kind.decider().revisions(resource, parents, moment.now(), List.of()).stream()
        .flatMap(plan -> plan.group().stream())
        .forEach(group -> seeing(observation, kind, group, account, moment.now()));
    account.taken(kind.calls());
    kind.decider()
        .related(resource, parents)
        .forEach((of, group) -> relate(observation, of, account, group, moment.now()));
    account.finish();
    others.finish();
    return observation;
  }

  private static <R extends PersonalizeResource<?, ?>, D> void seeing(
      Observation<R, D> observation,
      Kind<R, D> kind,
      String group,
      AccountFile account,
      Instant now) {
    observation.seeing(group, account.of(kind.calls(), group, now));
  }

  private static <M> void relate(
      Observation<?, ?> observation,
      RemoteKind<M> kind,
      AccountFile account,
      String group,
      Instant now) {
    observation.related(kind, account.take(kind, group, now));
  }

  /** The action with all that it carries, and when to look again. */
  private static JsonNode action(Decision decision) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("action", decision.action().map(a -> a.getClass().getSimpleName()).orElse("none"));
    decision
        .action()
        .map(Yaml::treeOf)
        .ifPresent(
            members ->
                members
                    .properties()
                    .forEach(member -> tree.set(member.getKey(), member.getValue())));
    if (!decision.neededBy().equals(Instant.MAX)) {
      tree.put("neededBy", decision.neededBy().toString());
    }
    decision.wakeAt().ifPresent(at -> tree.put("lookAgain", at.toString()));
    return tree;
  }
}
