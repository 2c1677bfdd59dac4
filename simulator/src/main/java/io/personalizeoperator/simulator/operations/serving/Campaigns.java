package io.personalizeoperator.simulator.operations.serving;

import io.personalizeoperator.simulator.ServiceException;
import io.personalizeoperator.simulator.catalog.Catalog;
import io.personalizeoperator.simulator.operations.Call;
import io.personalizeoperator.simulator.operations.Creation;
import io.personalizeoperator.simulator.operations.Deletion;
import io.personalizeoperator.simulator.operations.Family;
import io.personalizeoperator.simulator.operations.Members;
import io.personalizeoperator.simulator.operations.OperationTable;
import io.personalizeoperator.simulator.operations.Updates;
import io.personalizeoperator.simulator.world.Durations;
import io.personalizeoperator.simulator.world.Lifecycle;
import io.personalizeoperator.simulator.world.Quota;
import io.personalizeoperator.simulator.world.Resource;
import io.personalizeoperator.simulator.world.ResourceKind;
import io.personalizeoperator.simulator.world.Status;
import io.personalizeoperator.simulator.world.StatusTransitions;
import io.personalizeoperator.simulator.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** CreateCampaign, DescribeCampaign, ListCampaigns, UpdateCampaign, DeleteCampaign. */
public final class Campaigns implements Family, Lifecycle {
  private static final String VERSION = "solutionVersionArn";
  private static final String CONFIG = "campaignConfig";
  private static final String TPS = "minProvisionedTPS";
  private final CampaignRules rules;

  public Campaigns(Catalog catalog) {
    this.rules = new CampaignRules(catalog);
  }

  @Override
  public void register(OperationTable table) {
    table.add("CreateCampaign", this::create);
    table.add("UpdateCampaign", this::update);
    table.add(
        "DeleteCampaign",
        call -> Deletion.begin(call, Deletion.target(call, ResourceKind.CAMPAIGN)));
    table.addReads(ResourceKind.CAMPAIGN);
    table.addLife(ResourceKind.CAMPAIGN, this);
  }

  private Map<String, Object> create(Call call) {
    Map<String, Object> config = call.object(CONFIG);
    Resource version = rules.version(call.world(), call.text(VERSION), config);
    Creation creation = Creation.named(call, ResourceKind.CAMPAIGN, call.text("name"));
    rules.checkConfig(call.world(), version, config);
    Creation.active(version);
    Map<String, Object> members =
        Members.of(call, CONFIG).and(VERSION, version.arn()).and(TPS, call.number(TPS, 1)).map();
    return creation
        .within(Quota.CAMPAIGNS, inGroup(call.world(), version.text("datasetGroupArn")))
        .begin(call.text("name"), version.parent(), Durations.CAMPAIGN, members);
  }

  private static int inGroup(World world, String group) {
    return world.children(ResourceKind.SOLUTION, group).stream()
        .mapToInt(solution -> world.count(ResourceKind.CAMPAIGN, solution.arn()))
        .sum();
  }

  private Map<String, Object> update(Call call) {
    Resource campaign = call.target(ResourceKind.CAMPAIGN);
    if (!campaign.is(Status.ACTIVE) && !campaign.is(Status.CREATE_FAILED)) {
      throw ServiceException.inUse(
          "The campaign %s must be ACTIVE or CREATE FAILED to be updated; its status is %s.",
          campaign.arn(), campaign.status());
    }
    if (campaign.updating()) {
      throw ServiceException.inUse("An update of the campaign %s is in progress.", campaign.arn());
    }
    Map<String, Object> config =
        call.input().containsKey(CONFIG) ? call.object(CONFIG) : campaign.object(CONFIG);
    String wanted = call.text(VERSION);
    Resource version =
        wanted == null
            ? rules.present(call.world(), campaign, config)
            : rules.version(call.world(), wanted, config);
    rules.checkConfig(call.world(), version, config);
    Creation.active(version);
    Map<String, Object> change =
        new Members()
            .and(VERSION, version.arn())
            .and(TPS, call.number(TPS, (Integer) campaign.members().get(TPS)))
            .and(CONFIG, call.input().containsKey(CONFIG) ? config : campaign.members().get(CONFIG))
            .map();
    Updates.begin(call, campaign, change, Durations.CAMPAIGN_UPDATE);
    return Map.of("campaignArn", campaign.arn());
  }

  @Override
  public Resource updated(World world, Resource campaign, Map<String, Object> update) {
    Resource changed = campaign;
    for (String member : List.of(VERSION, TPS, CONFIG)) {
      changed = changed.with(member, update.get(member));
    }
    String version = (String) update.get(VERSION);
    // A successful update also makes a failed campaign ACTIVE.
    return changed.under(CampaignRules.solutionOf(version)).at(Status.ACTIVE, null, world.now());
  }

  @Override
  public void settled(World world, Resource campaign) {
    follow(world, campaign.parent());
  }

  /** Updates the campaigns of a solution that follow its latest version. */
  public void follow(World world, String solutionArn) {
    Resource latest = CampaignRules.latest(world, solutionArn);
    if (latest == null) {
      return;
    }
    for (Resource campaign : world.children(ResourceKind.CAMPAIGN, solutionArn)) {
      boolean follows = Boolean.TRUE.equals(campaign.object(CONFIG).get(CampaignRules.SYNC));
      boolean free = campaign.is(Status.ACTIVE) && !campaign.updating();
      if (follows
          && free
          && !latest.arn().equals(campaign.text(VERSION))
          && !failedAlready(campaign, latest)) {
        Map<String, Object> change = new HashMap<>();
        change.put(VERSION, latest.arn());
        change.put(TPS, campaign.members().get(TPS));
        change.put(CONFIG, campaign.object(CONFIG));
        StatusTransitions.update(
            world, campaign, change, world.settings().duration(Durations.CAMPAIGN_UPDATE), false);
      }
    }
  }

  /**
   * Whether the last update to that version failed. Such an update is not retried automatically.
   */
  private static boolean failedAlready(Resource campaign, Resource latest) {
    Map<String, Object> update = campaign.object(ResourceKind.CAMPAIGN.updateMember());
    return Status.CREATE_FAILED.equals(update.get("status"))
        && latest.arn().equals(update.get(VERSION));
  }
}
