package io.personalizeoperator.decision;

import java.util.Optional;

/**
 * One AWS resource that carries out a custom resource, or did.
 *
 * @param name its name in AWS
 * @param role what it is to the custom resource
 * @param group the group of the account view in which it is found: the resource part of its ARN, or
 *     for jobs what they have in common; empty until a parent has it
 * @param expected the resource part of the ARN that a creation meets when its name is taken; empty
 *     where the ARN does not follow from the name
 * @param recorded what the status has recorded of it
 */
public record RevisionPlan(
    String name,
    Role role,
    Optional<String> group,
    Optional<String> expected,
    RevisionRecord recorded) {}
