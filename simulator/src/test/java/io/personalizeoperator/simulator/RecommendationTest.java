package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeevents.model.Event;
import software.amazon.awssdk.services.personalizeevents.model.Item;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;
import software.amazon.awssdk.services.personalizeruntime.model.InvalidInputException;
import software.amazon.awssdk.services.personalizeruntime.model.PredictedItem;
import software.amazon.awssdk.services.personalizeruntime.model.ResourceNotFoundException;

class RecommendationTest extends SimulatorWithFiles {
  private PersonalizeRuntimeClient runtime;
  private PersonalizeEventsClient events;
  private String group;
  private String items;
  private String solution;
  private String campaign;

  @BeforeEach
  void prepare() throws IOException {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret"));
    runtime =
        PersonalizeRuntimeClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    events =
        PersonalizeEventsClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(credentials)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    MovieData.write(directory);
    group = pipeline.datasetGroup("movies");
    String interactions =
        pipeline.dataset(
            group, "Interactions", pipeline.schema("interactions", Pipeline.INTERACTIONS));
    items = pipeline.dataset(group, "Items", pipeline.schema("items", Pipeline.ITEMS));
    pipeline.importJob("interactions", interactions, MovieData.INTERACTIONS);
    pipeline.importJob("items", items, MovieData.ITEM_FILE);
    solution = pipeline.solution(group, "for-you");
    campaign = pipeline.campaign("home", pipeline.version(solution));
  }

  @AfterEach
  void closeClients() {
    runtime.close();
    events.close();
  }

  private String filter(String name, String expression) {
    String arn =
        personalize
            .createFilter(
                request -> request.name(name).datasetGroupArn(group).filterExpression(expression))
            .filterArn();
    advance("PT2M");
    return arn;
  }

  private List<String> recommended(String filterArn, Map<String, String> values, int count) {
    return runtime
        .getRecommendations(
            request ->
                request
                    .campaignArn(campaign)
                    .userId("user-1")
                    .numResults(count)
                    .filterArn(filterArn)
                    .filterValues(values))
        .itemList()
        .stream()
        .map(PredictedItem::itemId)
        .toList();
  }

  @Test
  void popularItemsComeFirst() {
    assertThat(recommended(null, null, 3)).containsExactly("item-00", "item-01", "item-02");
    assertThat(recommended(null, null, 500)).hasSize(MovieData.ITEMS);
  }

  @Test
  void aFilterCanBeSeenToWork() {
    assertThat(
            recommended(
                filter("comedy", "INCLUDE ItemID WHERE Items.GENRE IN (\"Comedy\")"), null, 25))
        .containsExactly(
            "item-01", "item-04", "item-07", "item-10", "item-13", "item-16", "item-19");
    String byGenre = filter("by-genre", "INCLUDE ItemID WHERE Items.GENRE IN ($GENRE)");
    assertThat(recommended(byGenre, Map.of("GENRE", "\"Horror\""), 2))
        .containsExactly("item-02", "item-05");
    assertThatThrownBy(() -> recommended(byGenre, Map.of(), 2))
        .isInstanceOf(InvalidInputException.class);
    String unseen = filter("unseen", "EXCLUDE ItemID WHERE Interactions.EVENT_TYPE IN (\"watch\")");
    assertThat(recommended(unseen, null, 25)).isEmpty();
  }

  @Test
  void aFilterThatIsNotActiveYetIsRefused() {
    String arn =
        personalize
            .createFilter(
                request ->
                    request
                        .name("young")
                        .datasetGroupArn(group)
                        .filterExpression("EXCLUDE ItemID WHERE Items.GENRE IN (\"Drama\")"))
            .filterArn();
    assertThatThrownBy(() -> recommended(arn, null, 5)).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void eventsAndItemsThatArePutCountAtOnce() {
    String tracking =
        personalize
            .createEventTracker(request -> request.name("web").datasetGroupArn(group))
            .trackingId();
    assertThatThrownBy(() -> putEvents(tracking, "item-new", 1))
        .isInstanceOf(
            software.amazon.awssdk.services.personalizeevents.model.InvalidInputException.class);
    advance("PT1M");
    for (int i = 0; i < 60; i++) {
      putEvents(tracking, "item-new", 10);
    }
    assertThat(recommended(null, null, 1)).containsExactly("item-new");
    events.putItems(
        request ->
            request
                .datasetArn(items)
                .items(
                    Item.builder()
                        .itemId("item-new")
                        .properties("{\"genre\":\"Western\",\"creationTimestamp\":1700000000}")
                        .build()));
    assertThat(
            recommended(
                filter("west", "INCLUDE ItemID WHERE Items.GENRE IN (\"Western\")"), null, 5))
        .containsExactly("item-new");
    assertThatThrownBy(
            () ->
                events.putItems(
                    request ->
                        request
                            .datasetArn(items)
                            .items(
                                Item.builder()
                                    .itemId("x")
                                    .properties("{\"colour\":\"red\"}")
                                    .build())))
        .hasMessageContaining("colour");
  }

  private void putEvents(String tracking, String item, int count) {
    Event event = Event.builder().eventType("watch").itemId(item).sentAt(START).build();
    events.putEvents(
        request ->
            request
                .trackingId(tracking)
                .userId("user-9")
                .sessionId("session")
                .eventList(Collections.nCopies(count, event)));
  }

  @Test
  void theCampaignsStateIsHonoured() {
    assertThatThrownBy(() -> runtime.getRecommendations(request -> request.campaignArn(campaign)))
        .hasMessageContaining("userId is required");
    personalize.updateCampaign(request -> request.campaignArn(campaign).minProvisionedTPS(2));
    assertThat(recommended(null, null, 1)).as("an update in progress does not disturb").hasSize(1);
    advance("PT8M");
    personalize.deleteCampaign(request -> request.campaignArn(campaign));
    assertThatThrownBy(() -> recommended(null, null, 1)).isInstanceOf(InvalidInputException.class);
    advance("PT1M");
    assertThatThrownBy(() -> recommended(null, null, 1))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void metadataComesWhenTheCampaignHasIt() {
    var wanted = Map.of("ITEMS", List.of("GENRE"));
    assertThatThrownBy(
            () ->
                runtime.getRecommendations(
                    request -> request.campaignArn(campaign).userId("u").metadataColumns(wanted)))
        .isInstanceOf(InvalidInputException.class);
    personalize.updateCampaign(
        request ->
            request
                .campaignArn(campaign)
                .campaignConfig(config -> config.enableMetadataWithRecommendations(true)));
    advance("PT8M");
    assertThat(
            runtime
                .getRecommendations(
                    request ->
                        request
                            .campaignArn(campaign)
                            .userId("u")
                            .numResults(1)
                            .metadataColumns(wanted))
                .itemList()
                .getFirst()
                .metadata())
        .containsEntry("GENRE", "Drama");
  }
}
