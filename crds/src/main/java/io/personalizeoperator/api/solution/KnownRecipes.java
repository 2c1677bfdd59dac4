package io.personalizeoperator.api.solution;

import io.personalizeoperator.api.ArnRules;
import java.util.List;

/**
 * The recipes for solutions (AWS: ListRecipes without a domain; developer guide, "Choosing a
 * recipe"). A name that is not among them is a spelling mistake, or newer than this list: then its
 * ARN is taken, and AWS decides.
 */
public final class KnownRecipes {
  private static final String NAMES =
      "aws-user-personalization-v2, aws-user-personalization, aws-hrnn, aws-hrnn-metadata,"
          + " aws-hrnn-coldstart, aws-personalized-ranking-v2, aws-personalized-ranking,"
          + " aws-trending-now, aws-popularity-count, aws-similar-items, aws-sims,"
          + " aws-semantic-similarity, aws-next-best-action, aws-item-affinity,"
          + " aws-item-attribute-affinity";

  private static final String UNKNOWN = "recipe: Amazon Personalize has no recipe of this name";

  private static final String NEWER =
      " A recipe that is newer than this operator can be given by its ARN,"
          + " arn:aws:personalize:::recipe/NAME.";

  /** Pattern of a name or an ARN. */
  public static final String NAME_OR_ARN =
      "^([a-zA-Z0-9_-]+|arn:([a-z\\d-]+):personalize:.*:.*:.+)$";

  /** CEL, for a spec with {@code recipe}: use cases of domains are for recommenders. */
  public static final String IS_FOR_SOLUTIONS =
      "!has(self.recipe) || !self.recipe.matches('^aws-(ecomm|vod)-')";

  /** The same as {@link #IS_FOR_SOLUTIONS} in words. */
  public static final String IS_FOR_SOLUTIONS_MESSAGE =
      "recipe: recipes that start with aws-ecomm- or aws-vod- are for recommenders of a domain;"
          + " choose one for solutions, such as aws-user-personalization-v2";

  /** CEL, for a spec with {@code recipe}: a name of AWS's, or the ARN of any recipe. */
  public static final String IS_KNOWN =
      "!has(self.recipe) || self.recipe.matches('^(arn:|aws-ecomm-|aws-vod-)') || ', "
          + NAMES
          + ", '.contains(', ' + self.recipe + ', ')";

  /** The same as {@link #IS_KNOWN} in words. */
  public static final String IS_KNOWN_MESSAGE = UNKNOWN + ". It has " + NAMES + "." + NEWER;

  /**
   * CEL: the same with what is probably meant, by a word that is in it. To compare it with each
   * name costs more than the API server allows.
   */
  public static final String IS_KNOWN_MESSAGE_EXPRESSION =
      "'"
          + UNKNOWN
          + "' + (self.recipe.contains('rank')"
          + " ? ': did you mean aws-personalized-ranking-v2 or aws-personalized-ranking?'"
          + " : self.recipe.contains('user') || self.recipe.contains('person')"
          + " ? ': did you mean aws-user-personalization-v2 or aws-user-personalization?'"
          + " : self.recipe.contains('hrnn')"
          + " ? ': did you mean aws-hrnn, aws-hrnn-metadata or aws-hrnn-coldstart?'"
          + " : self.recipe.contains('sim')"
          + " ? ': did you mean aws-similar-items, aws-sims or aws-semantic-similarity?'"
          + " : self.recipe.contains('affinity')"
          + " ? ': did you mean aws-item-affinity or aws-item-attribute-affinity?'"
          + " : '. It has "
          + NAMES
          + ".') + '"
          + NEWER
          + "'";

  /** CEL, for a spec with {@code recipe}: an ARN is that of a recipe. */
  public static final String IS_RECIPE_ARN =
      "!has(self.recipe) || !self.recipe.startsWith('arn:') || self.recipe.matches('"
          + ArnRules.RECIPE
          + "')";

  /** The same as {@link #IS_RECIPE_ARN} in words. */
  public static final String IS_RECIPE_ARN_MESSAGE =
      "recipe: set the ARN of a recipe, such as"
          + " arn:aws:personalize:::recipe/aws-user-personalization-v2, or its name";

  private KnownRecipes() {}

  /** The names. */
  public static List<String> names() {
    return List.of(NAMES.split(", "));
  }
}
