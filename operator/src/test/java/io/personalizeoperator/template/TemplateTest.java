package io.personalizeoperator.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates render to, and what is said of those that are wrong. */
class TemplateTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:30:15.250Z");
  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "genres",
          List.of("Comedy", "Sci-Fi"),
          "ids",
          List.of(7L, 12L),
          "odd",
          List.of("a\"b", "c\\d"),
          "minimum",
          3.50,
          "country",
          "ES",
          "count",
          20L);

  private static TemplateValues values(String zone, Instant now) {
    return new TemplateValues(now, ZoneId.of(zone), "recent", "movies", PARAMETERS);
  }

  private static String render(String text, String zone, Instant now) {
    TemplateValues values = values(zone, now);
    return Template.parse(text, values).render(values).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Items.CREATION_TIMESTAMP > ${unixSeconds(now - days(30))} | Items.CREATION_TIMESTAMP > 1793007015
          ${unixMillis(now)}                                 | 1795599015250
          ${unixSeconds(now - hours(1) - duration('15m'))}   | 1795594515
          recent-${format(now, "yyyyMMdd")}                  | recent-20261125
          ${format(now, 'HH:mm')}                            | 10:30
          ${unixSeconds(startOfDay(now))}                    | 1795561200
          ${format(startOfWeek(now), 'yyyy-MM-dd HH:mm')}    | 2026-11-23 00:00
          ${format(startOfMonth(now), 'yyyy-MM-dd HH:mm')}   | 2026-11-01 00:00
          ${format(plusMonths(now, -9), 'yyyy-MM-dd')}       | 2026-02-25
          ${metadata.namespace}-${metadata.name}             | movies-recent
          IN (${quote(spec.parameters.genres)})              | IN ("Comedy", "Sci-Fi")
          IN (${quote(spec.parameters.ids)})                 | IN ("7", "12")
          IN (${quote(spec.parameters.odd)})                 | IN ("a\\"b", "c\\\\d")
          IN (${quote(['a'] + spec.parameters.genres)})      | IN ("a", "Comedy", "Sci-Fi")
          ${spec.parameters.minimum}/${spec.parameters.count * 2} | 3.5/40
          ${spec.parameters.genres.filter(g, g.startsWith('S'))[0]} | Sci-Fi
          ${size(spec.parameters.genres)}                    | 2
          ${'x' + "y" + string(now.getFullYear())}           | xy2026
          ${now.getMonth('Europe/Madrid') < 6 ? 'summer' : 'winter'} | winter
          ${{'a': 'b'}['a']}                                 | b
          ${'}' + "}" + r'\\}'}                              | }}\\}
          ${'it\\'s'}                                        | it's
          $GENRE and $${now} and $ and $5                    | $GENRE and ${now} and $ and $5
          """)
  void rendersWhatTheExpressionsSay(String template, String expected) {
    assertThat(render(template, "Europe/Madrid", NOW)).isEqualTo(expected);
  }

  /** The calendar is that of the zone, through clock changes, month ends and leap days. */
  @ParameterizedTest
  @CsvSource({
    "startOfDay(now),Europe/Madrid,2026-03-29T12:00:00Z,2026-03-28T23:00:00Z",
    "startOfDay(now),Europe/Madrid,2026-10-25T23:30:00Z,2026-10-25T23:00:00Z",
    "startOfDay(now),America/Sao_Paulo,2018-11-04T12:00:00Z,2018-11-04T03:00:00Z",
    "startOfDay(now),Asia/Kolkata,2026-11-25T18:29:00Z,2026-11-24T18:30:00Z",
    "startOfWeek(now),Australia/Lord_Howe,2026-10-05T00:00:00Z,2026-10-04T13:00:00Z",
    "plusMonths(now; 1),UTC,2027-01-31T08:00:00Z,2027-02-28T08:00:00Z",
    "plusMonths(now; 1),UTC,2028-01-31T08:00:00Z,2028-02-29T08:00:00Z",
    "plusMonths(now; -12),UTC,2028-02-29T08:00:00Z,2027-02-28T08:00:00Z",
    "plusMonths(now; 1),Europe/Madrid,2026-02-28T01:30:00Z,2026-03-28T01:30:00Z",
    "now - days(1),Europe/Madrid,2026-03-29T12:00:00Z,2026-03-28T12:00:00Z"
  })
  void daysAreThoseOfTheZone(String expression, String zone, Instant now, Instant expected) {
    String text = "${unixSeconds(" + expression.replace(';', ',') + ")}";
    assertThat(render(text, zone, now)).isEqualTo(String.valueOf(expected.getEpochSecond()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a ${now}                     | column 5: expected a string or a number, but "now" is a timestamp; write unixSeconds(…), unixMillis(…) or format(…, "yyyyMMdd")
          ${days(3)}                   | column 3: expected a string or a number, but "days(3)" is a duration
          ${spec.parameters.genres}    | column 3: expected a string or a number, but "spec.parameters.genres" is a list; write quote(…)
          ${now > now}                 | column 3: expected a string or a number, but "now > now" is true or false
          a ${spec.parameters.genre}   | column 5: undeclared reference to 'spec
          a ${noow}                    | column 5: undeclared reference to 'noow'
          a ${now - 30}                | column 9: found no matching overload for '_-_'
          a ${unixSeconds('x')}        | column 16: found no matching overload for 'unixSeconds'
          a ${1 +}                     | column 8: mismatched input
          a ${}                        | column 3: ${} is empty
          a ${now                      | column 3: the ${ that begins here has no closing }
          a ${'x}                      | column 5: the string that begins here is not closed
          a ${format(now, 'bbb')}      | column 5: format cannot use the pattern "bbb"
          a ${1 / 0}                   | column 5: / by zero
          a ${quote([[1]])}            | column 5: quote takes a list of strings and numbers
          """)
  void whatIsWrongIsSaidWithItsPlace(String template, String message) {
    assertThatThrownBy(() -> render(template, "UTC", NOW))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void placesInATextOfSeveralLinesHaveLineAndColumn() {
    assertThatThrownBy(() -> render("INCLUDE\n  x ${\n nope}", "UTC", NOW))
        .hasMessageStartingWith("line 3, column 2: undeclared reference to 'nope'");
  }

  @Test
  void placesOfTheResultAreFoundInTheTemplate() {
    TemplateValues values = values("UTC", NOW);
    RenderedText rendered =
        Template.parse("a ${format(now, 'yyyy')} b $${ c", values).render(values);
    assertThat(rendered.text()).isEqualTo("a 2026 b ${ c");
    assertThat(rendered.place(0)).isEqualTo("column 1 (template: column 1)");
    assertThat(rendered.place(3)).isEqualTo("column 4 (template: column 5)");
    assertThat(rendered.place(7)).isEqualTo("column 8 (template: column 26)");
  }

  @Test
  void theSameTickGivesTheSameText() {
    TemplateValues values = values("Europe/Madrid", NOW);
    Template template = Template.parse("${unixSeconds(now)}", values);
    assertThat(template.render(values)).isEqualTo(template.render(values.at(NOW)));
    assertThat(template.render(values.at(NOW.plusSeconds(1))).text()).isEqualTo("1795599016");
  }
}
