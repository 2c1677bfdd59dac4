package io.personalizeoperator.api.solution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.personalizeoperator.api.ScheduleLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the operator trains. One training runs at a time; the others wait for it.
 *
 * @param onCreate Whether to train once when the solution is new and the imports into its dataset
 *     group are done. Default: true.
 * @param schedules When to train again and again.
 * @param afterImport Trains after new data was imported into the dataset group.
 * @param retries How often a training that failed is repeated before the next tick, 0 to 5.
 *     Default: 1.
 * @param retryDelay How long after a failure it is repeated, such as 30m. Default: 30m.
 * @param maximumDuration How long a training may take, such as 48h; one that takes longer is
 *     stopped. Default: no limit.
 */
@ValidationRule(
    value = "!has(self.maximumDuration) || duration(self.maximumDuration) >= duration('1h')",
    message = "maximumDuration: must be at least 1h")
@JsonIgnoreProperties(ignoreUnknown = true)
public record Training(
    @Default("true")
        @JsonPropertyDescription(
            "Whether to train once when the solution is new and the imports into its dataset group are done. Default: true.")
        Boolean onCreate,
    @Size(max = ScheduleLimits.LIST_SIZE) @JsonPropertyDescription("When to train again and again.")
        @Nullable List<TrainingSchedule> schedules,
    @JsonPropertyDescription("Trains after new data was imported into the dataset group.")
        @Nullable AfterImport afterImport,
    @Min(0)
        @Max(5)
        @JsonPropertyDescription(
            "How often a training that failed is repeated before the next tick, 0 to 5. Default: 1.")
        @Nullable Integer retries,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long after a failure the training is repeated, such as 30m. Default: 30m.")
        @Nullable String retryDelay,
    @Pattern(ScheduleLimits.DURATION)
        @Size(min = 2, max = ScheduleLimits.DURATION_LENGTH)
        @JsonPropertyDescription(
            "How long a training may take, such as 48h; one that takes longer is stopped. Default: no limit.")
        @Nullable String maximumDuration) {}
