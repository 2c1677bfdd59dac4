package io.personalizeoperator.simulator.catalog;

/**
 * A hyperparameter of a recipe, as the developer guide's page on the recipe lists it.
 *
 * @param type integer, continuous or categorical
 * @param initial the default
 * @param least the lower end of the range, or the first category
 * @param most the upper end of the range, or the last category
 * @param tunable whether hyperparameter optimization can find its value
 */
public record Hyperparameter(
    String name, String type, String initial, String least, String most, boolean tunable) {}
