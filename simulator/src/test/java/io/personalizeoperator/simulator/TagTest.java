package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.personalize.model.InvalidInputException;
import software.amazon.awssdk.services.personalize.model.ResourceNotFoundException;
import software.amazon.awssdk.services.personalize.model.Tag;
import software.amazon.awssdk.services.personalize.model.TooManyTagKeysException;
import software.amazon.awssdk.services.personalize.model.TooManyTagsException;

class TagTest extends SimulatorTest {
  private static Tag tag(String key, String value) {
    return Tag.builder().tagKey(key).tagValue(value).build();
  }

  private static List<Tag> tags(int count) {
    return IntStream.range(0, count).mapToObj(i -> tag("key-" + i, "value")).toList();
  }

  private List<Tag> tagsOf(String arn) {
    return personalize.listTagsForResource(request -> request.resourceArn(arn)).tags();
  }

  @Test
  void tagsAreGivenAtCreationAndChangedLater() {
    String arn =
        personalize
            .createDatasetGroup(
                request ->
                    request.name("movies").tags(tag("personalize-operator.io/name", "movies")))
            .datasetGroupArn();
    personalize.tagResource(
        request -> request.resourceArn(arn).tags(tag("team", "a"), tag("cost", "")));
    personalize.tagResource(request -> request.resourceArn(arn).tags(tag("team", "b")));
    assertThat(tagsOf(arn))
        .containsExactlyInAnyOrder(
            tag("personalize-operator.io/name", "movies"), tag("team", "b"), tag("cost", ""));
    personalize.untagResource(request -> request.resourceArn(arn).tagKeys("team", "not-there"));
    assertThat(tagsOf(arn)).hasSize(2);
  }

  @Test
  void aResourceHasAtMostFiftyTags() {
    assertThatThrownBy(
            () -> personalize.createDatasetGroup(request -> request.name("movies").tags(tags(51))))
        .isInstanceOf(TooManyTagsException.class);
    assertThat(groups()).isEmpty();
    String arn =
        personalize
            .createDatasetGroup(request -> request.name("movies").tags(tags(50)))
            .datasetGroupArn();
    personalize.tagResource(request -> request.resourceArn(arn).tags(tag("key-0", "other")));
    assertThatThrownBy(
            () ->
                personalize.tagResource(
                    request -> request.resourceArn(arn).tags(tag("one-more", ""))))
        .isInstanceOf(TooManyTagsException.class);
    assertThatThrownBy(
            () ->
                personalize.untagResource(
                    request ->
                        request
                            .resourceArn(arn)
                            .tagKeys(IntStream.range(0, 51).mapToObj(i -> "k" + i).toList())))
        .isInstanceOf(TooManyTagKeysException.class);
  }

  @Test
  void keysOfAwsAndUnknownResourcesAreRefused() {
    String arn =
        personalize.createDatasetGroup(request -> request.name("movies")).datasetGroupArn();
    assertThatThrownBy(
            () ->
                personalize.tagResource(request -> request.resourceArn(arn).tags(tag("aws:x", ""))))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> tagsOf(arn + "x")).isInstanceOf(ResourceNotFoundException.class);
    String schema =
        personalize
            .createSchema(request -> request.name("s").schema(Pipeline.INTERACTIONS))
            .schemaArn();
    assertThatThrownBy(
            () ->
                personalize.tagResource(request -> request.resourceArn(schema).tags(tag("a", "b"))))
        .isInstanceOf(InvalidInputException.class);
  }
}
