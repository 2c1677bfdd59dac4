package io.personalizeoperator.filter;

import io.personalizeoperator.api.filter.Filter;
import io.personalizeoperator.api.filter.NextFilter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What a custom resource wants its filter to say at the time of a pass.
 *
 * @param text what it says; empty when the manifest is wrong
 * @param problem what is wrong with the manifest, if anything
 * @param schedule its rotation
 * @param isChanged whether the filter that serves says other than the manifest says of its own
 *     tick: then it is replaced because the manifest has changed, else because time has passed
 * @param isNextInManifest whether the next filter says what the manifest says of its tick
 */
record WantedFilter(
    Optional<FilterText> text,
    Optional<String> problem,
    RotationSchedule schedule,
    boolean isChanged,
    boolean isNextInManifest) {

  /**
   * What is wanted now.
   *
   * @param servingText what the serving filter says, if that is known
   */
  static WantedFilter at(
      Instant now,
      Filter filter,
      FilterState state,
      Optional<String> servingText,
      FilterTexts texts) {
    try {
      RotationSchedule schedule = texts.scheduleOf(filter);
      Instant earliest = earliest(filter, state, now);
      boolean isChanged =
          servingText
              .filter(text -> !texts.at(filter, schedule, earliest).expression().equals(text))
              .isPresent();
      // What a person has changed is urgent; what only gets older can be made ahead of its tick.
      boolean isAhead = state.serving().isPresent() && !isChanged;
      Instant tick = schedule.tick(earliest, isAhead ? now.plus(schedule.lead()) : now);
      FilterText text = texts.at(filter, schedule, tick);
      boolean isNextInManifest =
          state
              .next()
              .filter(next -> !saysOfItsTick(next, filter, schedule, earliest, texts))
              .isEmpty();
      return new WantedFilter(
          Optional.of(text), Optional.empty(), schedule, isChanged, isNextInManifest);
    } catch (IllegalArgumentException e) {
      return new WantedFilter(
          Optional.empty(),
          Optional.of("spec." + Objects.requireNonNull(e.getMessage())),
          RotationSchedule.NONE,
          true,
          true);
    }
  }

  private static boolean saysOfItsTick(
      NextFilter next,
      Filter filter,
      RotationSchedule schedule,
      Instant earliest,
      FilterTexts texts) {
    Instant tick = Objects.requireNonNullElse(next.tick(), earliest);
    return texts.at(filter, schedule, tick).expression().equals(next.expression());
  }

  /**
   * Before the first tick it is the creation of the custom resource; by this clock, for that of the
   * API server can be ahead, as in a simulation. Once a tick has been used, it is that.
   */
  private static Instant earliest(Filter filter, FilterState state, Instant now) {
    String created = filter.getMetadata().getCreationTimestamp();
    Instant creation = created == null ? now : OffsetDateTime.parse(created).toInstant();
    return state
        .serving()
        .flatMap(serving -> Optional.ofNullable(serving.tick()))
        .or(() -> state.next().flatMap(next -> Optional.ofNullable(next.tick())))
        .orElse(creation.isAfter(now) ? now.truncatedTo(ChronoUnit.SECONDS) : creation);
  }
}
