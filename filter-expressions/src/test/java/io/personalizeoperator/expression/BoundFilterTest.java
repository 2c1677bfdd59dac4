package io.personalizeoperator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundFilterTest {
  private static final AttributeValue DRAMA = AttributeValue.text("drama");

  private static boolean keeps(String text, CandidateView candidate) {
    return keeps(text, Map.of(), candidate);
  }

  private static boolean keeps(String text, Map<String, String> values, CandidateView candidate) {
    return FilterExpression.parse(text).bind(values).keeps(candidate);
  }

  private static SampleCandidate item() {
    return new SampleCandidate();
  }

  @Test
  void includeKeepsOnlyWhatMatches() {
    String text = "INCLUDE ItemID WHERE Items.GENRE IN (\"drama\")";

    assertThat(keeps(text, item().with("GENRE", DRAMA))).isTrue();
    assertThat(keeps(text, item().with("GENRE", AttributeValue.text("Drama")))).isFalse();
    assertThat(keeps(text, item())).isFalse();
  }

  @Test
  void excludeDropsWhatMatches() {
    String text = "EXCLUDE ItemID WHERE Items.GENRE IN (\"drama\")";

    assertThat(keeps(text, item().with("GENRE", AttributeValue.categories("war|drama")))).isFalse();
    assertThat(keeps(text, item().with("GENRE", AttributeValue.categories("war|love")))).isTrue();
    assertThat(keeps(text, item())).isTrue();
  }

  @Test
  void notInHoldsWhenNoValueIsInTheList() {
    String text = "INCLUDE ItemID WHERE Items.GENRE NOT IN (\"drama\", \"war\")";

    assertThat(keeps(text, item().with("GENRE", AttributeValue.categories("love|drama"))))
        .isFalse();
    assertThat(keeps(text, item().with("GENRE", AttributeValue.text("love")))).isTrue();
    assertThat(keeps(text, item())).isTrue();
  }

  @Test
  void comparesNumbersByValue() {
    SampleCandidate candidate =
        item().with("PRICE", AttributeValue.number(9.5)).with("YEAR", AttributeValue.number(2000));

    assertThat(keeps("INCLUDE ItemID WHERE Items.PRICE = 9.50", candidate)).isTrue();
    assertThat(keeps("INCLUDE ItemID WHERE Items.PRICE != 9.50", candidate)).isFalse();
    assertThat(keeps("INCLUDE ItemID WHERE Items.PRICE < 9.5", candidate)).isFalse();
    assertThat(keeps("INCLUDE ItemID WHERE Items.PRICE <= 9.5", candidate)).isTrue();
    assertThat(keeps("INCLUDE ItemID WHERE Items.YEAR > 1999", candidate)).isTrue();
    assertThat(keeps("INCLUDE ItemID WHERE Items.YEAR >= 2001", candidate)).isFalse();
    assertThat(keeps("INCLUDE ItemID WHERE Items.MISSING < 1", candidate)).isFalse();
  }

  @Test
  void andBindsBeforeOr() {
    String text = "INCLUDE ItemID WHERE Items.A = 1 OR Items.B = 1 AND Items.C = 1";
    AttributeValue one = AttributeValue.number(1);

    assertThat(keeps(text, item().with("A", one))).isTrue();
    assertThat(keeps(text, item().with("B", one))).isFalse();
    assertThat(keeps(text, item().with("B", one).with("C", one))).isTrue();
  }

  @Test
  void matchesEventTypesInAnyCase() {
    String text = "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"Click\")";

    assertThat(keeps(text, item().after("CLICK", "view"))).isFalse();
    assertThat(keeps(text, item().after("view"))).isTrue();
  }

  @Test
  void theAsteriskIsAnyEvent() {
    String seen = "INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"*\")";
    String fresh = "INCLUDE ItemID WHERE Interactions.EVENT_TYPE NOT IN (\"*\")";

    assertThat(keeps(seen, item().after("view"))).isTrue();
    assertThat(keeps(seen, item())).isFalse();
    assertThat(keeps(fresh, item().after("view"))).isFalse();
    assertThat(keeps(fresh, item())).isTrue();
  }

  @Test
  void comparesWithTheCurrentItem() {
    String text =
        "INCLUDE ItemID WHERE Items.PRICE < CurrentItem.PRICE AND Items.GENRE IN CurrentItem.GENRE";
    SampleCandidate candidate =
        item()
            .with("PRICE", AttributeValue.number(5))
            .with("GENRE", AttributeValue.categories("war|drama"));

    assertThat(keeps(text, candidate)).isFalse();
    candidate.nextTo("PRICE", AttributeValue.number(5.01)).nextTo("GENRE", DRAMA);
    assertThat(keeps(text, candidate)).isTrue();
    candidate.nextTo("PRICE", AttributeValue.number(5));
    assertThat(keeps(text, candidate)).isFalse();
  }

  @Test
  void includesFormAUnionFromWhichExcludesAreTaken() {
    String a = "INCLUDE ItemID WHERE Items.GENRE IN (\"drama\")";
    String b = "INCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"favorite\")";
    String c = "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"watch\")";

    for (String text : new String[] {a + "|" + b + "|" + c, c + "|" + b + "|" + a}) {
      assertThat(keeps(text, item().with("GENRE", DRAMA))).isTrue();
      assertThat(keeps(text, item().after("favorite"))).isTrue();
      assertThat(keeps(text, item())).isFalse();
      assertThat(keeps(text, item().with("GENRE", DRAMA).after("watch"))).isFalse();
    }
  }

  @Test
  void anExpressionWhoseIfDoesNotHoldTakesNoPart() {
    String adult = "INCLUDE ItemID WHERE Items.GENRE IN (\"drama\") IF CurrentUser.AGE > 18";
    AttributeValue young = AttributeValue.number(10);
    AttributeValue old = AttributeValue.number(40);

    assertThat(keeps(adult, item().forUser("AGE", old))).isFalse();
    assertThat(keeps(adult, item().forUser("AGE", young))).isTrue();
    assertThat(keeps(adult, item())).isTrue();
    assertThat(
            keeps(
                adult + " | INCLUDE ItemID WHERE Items.GENRE IN (\"war\")",
                item().with("GENRE", DRAMA).forUser("AGE", young)))
        .isFalse();
  }

  @Test
  void takesSeveralFilterValuesInQuotesOrWithout() {
    String text = "INCLUDE ItemID WHERE Items.GENRE IN ($G)";
    SampleCandidate drama = item().with("GENRE", DRAMA);

    assertThat(keeps(text, Map.of("G", "\"war\",\"drama\""), drama)).isTrue();
    assertThat(keeps(text, Map.of("G", "war, drama"), drama)).isTrue();
    assertThat(keeps(text, Map.of("G", "'war, drama'"), drama)).isFalse();
    assertThat(keeps(text, Map.of("G", "\"war\""), drama)).isFalse();
  }

  @Test
  void comparesFilterValuesAsWhatTheFieldIs() {
    SampleCandidate candidate = item().with("GENRE", DRAMA).with("A", AttributeValue.number(7));

    assertThat(keeps("EXCLUDE ItemID WHERE Items.GENRE = $V", Map.of("V", "drama"), candidate))
        .isFalse();
    assertThat(keeps("EXCLUDE ItemID WHERE Items.A = $V", Map.of("V", "7.0"), candidate)).isFalse();
    assertThat(keeps("EXCLUDE ItemID WHERE Items.A >= $V", Map.of("V", "\"7\""), candidate))
        .isFalse();
  }

  @Test
  void anExcludeWithoutItsFilterValueTakesNoPart() {
    String text =
        "EXCLUDE ItemID WHERE Items.GENRE IN ($G) | EXCLUDE ItemID WHERE Items.GENRE IN (\"war\")";

    assertThat(keeps(text, item().with("GENRE", DRAMA))).isTrue();
    assertThat(keeps(text, item().with("GENRE", AttributeValue.text("war")))).isFalse();
  }

  @Test
  void refusesFilterValuesThatDoNotFit() {
    FilterExpression include = FilterExpression.parse("INCLUDE ItemID WHERE Items.A > $A");

    assertThatThrownBy(() -> include.bind(Map.of("a", "1")))
        .isInstanceOf(FilterValueException.class)
        .hasMessage("The filter value of $A is missing.");
    assertThatThrownBy(() -> include.bind(Map.of("A", "x")))
        .isInstanceOf(FilterValueException.class)
        .hasMessage("The filter value of $A has to be a number.");
    assertThatThrownBy(() -> include.bind(Map.of("A", "1,2")))
        .isInstanceOf(FilterValueException.class)
        .hasMessage("The filter value of $A has to be a single value.");
    assertThatThrownBy(() -> include.bind(Map.of("A", "\"1")))
        .isInstanceOf(FilterValueException.class)
        .hasMessage("The filter value of $A has a quote that is not closed.");
  }

  @Test
  void filtersUserSegmentsByUsersAndTheirEvents() {
    String text =
        "INCLUDE UserID WHERE Interactions.EVENT_TYPE IN (\"rating\")"
            + " | EXCLUDE UserID WHERE Users.AGE < $AGE";
    SampleCandidate rater = item().after("rating").with("AGE", AttributeValue.number(20));

    assertThat(keeps(text, Map.of("AGE", "18"), rater)).isTrue();
    assertThat(keeps(text, Map.of("AGE", "21"), rater)).isFalse();
    assertThat(keeps(text, rater)).isTrue();
  }
}
