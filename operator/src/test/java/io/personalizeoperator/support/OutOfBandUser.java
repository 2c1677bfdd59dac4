package io.personalizeoperator.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalize.model.SolutionVersionSummary;
import software.amazon.awssdk.services.personalize.model.Tag;

/** Somebody who works on the same account by hand, not through the operator. */
public final class OutOfBandUser {
  /** What the sample schema is in Avro. */
  private static final String AVRO =
      """
      {"type":"record","name":"Interactions","namespace":"com.amazonaws.personalize.schema","fields":[
      {"name":"USER_ID","type":"string"},{"name":"ITEM_ID","type":"string"},
      {"name":"EVENT_TYPE","type":"string"},{"name":"TIMESTAMP","type":"long"}],"version":"1.0"}""";

  private static final String RECIPE = "arn:aws:personalize:::recipe/aws-user-personalization-v2";

  private final PersonalizeClient aws;

  /** A colleague with that client. */
  public OutOfBandUser(Stage stage) {
    this.aws = stage.aws();
  }

  /** Makes what a sample describes, with these tags; what it refers to is there. */
  public void make(Sample sample, Map<String, String> tags) {
    String group = Sample.DATASET_GROUP.arn();
    switch (sample) {
      case DATASET_GROUP -> aws.createDatasetGroup(r -> r.name("movies").tags(list(tags)));
      case SCHEMA -> aws.createSchema(r -> r.name("movies").schema(AVRO));
      case DATASET ->
          aws.createDataset(
              r ->
                  r.name("movies")
                      .datasetGroupArn(group)
                      .schemaArn(Sample.SCHEMA.arn())
                      .datasetType("Interactions")
                      .tags(list(tags)));
      case SOLUTION ->
          aws.createSolution(
              r ->
                  r.name("movies")
                      .datasetGroupArn(group)
                      .recipeArn(RECIPE)
                      .performAutoTraining(false)
                      .tags(list(tags)));
      case CAMPAIGN ->
          aws.createCampaign(
              r -> r.name("movies").solutionVersionArn(newestVersion()).tags(list(tags)));
      case FILTER ->
          aws.createFilter(
              r ->
                  r.name("movies")
                      .datasetGroupArn(group)
                      .filterExpression(
                          "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"watch\")")
                      .tags(list(tags)));
      case DATASET_IMPORT -> throw new IllegalArgumentException("Nobody else makes these jobs");
    }
  }

  /** Deletes what a sample describes. */
  public void delete(Sample sample) {
    String arn = sample.arn();
    switch (sample) {
      case DATASET_GROUP -> aws.deleteDatasetGroup(r -> r.datasetGroupArn(arn));
      case SCHEMA -> aws.deleteSchema(r -> r.schemaArn(arn));
      case DATASET -> aws.deleteDataset(r -> r.datasetArn(arn));
      case SOLUTION -> aws.deleteSolution(r -> r.solutionArn(arn));
      case CAMPAIGN -> aws.deleteCampaign(r -> r.campaignArn(arn));
      case FILTER -> aws.deleteFilter(r -> r.filterArn(arn));
      case DATASET_IMPORT -> throw new IllegalArgumentException("AWS cannot delete jobs");
    }
  }

  /** Deletes what a sample describes and makes it again at once, with the same ARN and no tags. */
  public void remake(Sample sample) {
    delete(sample);
    make(sample, Map.of());
  }

  /** When what a sample describes was created, as AWS tells. */
  public Instant created(Sample sample) {
    String arn = sample.arn();
    return switch (sample) {
      case DATASET_GROUP ->
          aws.describeDatasetGroup(r -> r.datasetGroupArn(arn)).datasetGroup().creationDateTime();
      case SCHEMA -> aws.describeSchema(r -> r.schemaArn(arn)).schema().creationDateTime();
      case DATASET -> aws.describeDataset(r -> r.datasetArn(arn)).dataset().creationDateTime();
      case SOLUTION -> aws.describeSolution(r -> r.solutionArn(arn)).solution().creationDateTime();
      case CAMPAIGN -> aws.describeCampaign(r -> r.campaignArn(arn)).campaign().creationDateTime();
      case FILTER -> aws.describeFilter(r -> r.filterArn(arn)).filter().creationDateTime();
      case DATASET_IMPORT -> throw new IllegalArgumentException("Jobs have names of their own");
    };
  }

  /** The versions of the sample solution, the newest last. */
  public List<String> versions() {
    return aws
        .listSolutionVersions(r -> r.solutionArn(Sample.SOLUTION.arn()))
        .solutionVersions()
        .stream()
        .map(SolutionVersionSummary::solutionVersionArn)
        .toList();
  }

  /** The newest version of the sample solution. */
  public String newestVersion() {
    return versions().getLast();
  }

  /** Trains the sample solution. */
  public String train() {
    return aws.createSolutionVersion(r -> r.solutionArn(Sample.SOLUTION.arn()))
        .solutionVersionArn();
  }

  /** Sets tags. */
  public void tag(String arn, Map<String, String> tags) {
    aws.tagResource(r -> r.resourceArn(arn).tags(list(tags)));
  }

  /** Removes tags. */
  public void untag(String arn, String... keys) {
    aws.untagResource(r -> r.resourceArn(arn).tagKeys(keys));
  }

  /** The tags that a resource has. */
  public Map<String, String> tags(String arn) {
    return aws.listTagsForResource(r -> r.resourceArn(arn)).tags().stream()
        .collect(Collectors.toMap(Tag::tagKey, Tag::tagValue));
  }

  /** ARNs of all that the account holds, but for jobs and versions. */
  public List<String> everything() {
    List<String> all = new ArrayList<>();
    aws.listDatasetGroups(r -> {}).datasetGroups().forEach(one -> all.add(one.datasetGroupArn()));
    aws.listSchemas(r -> {}).schemas().forEach(one -> all.add(one.schemaArn()));
    aws.listDatasets(r -> {}).datasets().forEach(one -> all.add(one.datasetArn()));
    aws.listSolutions(r -> {}).solutions().forEach(one -> all.add(one.solutionArn()));
    aws.listCampaigns(r -> {}).campaigns().forEach(one -> all.add(one.campaignArn()));
    aws.listFilters(r -> {}).filters().forEach(one -> all.add(one.filterArn()));
    return all;
  }

  private static List<Tag> list(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().tagKey(tag.getKey()).tagValue(tag.getValue()).build())
        .toList();
  }
}
