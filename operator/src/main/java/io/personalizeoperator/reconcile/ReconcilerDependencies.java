package io.personalizeoperator.reconcile;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.personalizeoperator.clock.Alarms;
import io.personalizeoperator.clock.OperatorClock;
import io.personalizeoperator.status.EventRecorder;

/**
 * What every reconciler works with.
 *
 * @param client the Kubernetes API
 * @param accounts the account and region in AWS of each resource
 * @param clock the time
 * @param alarms when to look again
 * @param events records Events
 * @param graph who refers to whom
 * @param configMaps what is published
 * @param meters what Prometheus sees
 * @param gate whether passes may begin
 * @param rooms where the parts of a pass run
 * @param cluster id of the cluster, for the owner's tags
 */
public record ReconcilerDependencies(
    KubernetesClient client,
    Accounts accounts,
    OperatorClock clock,
    Alarms alarms,
    EventRecorder events,
    ResourceGraph graph,
    PublishedConfigMaps configMaps,
    MeterRegistry meters,
    StartGate gate,
    Rooms rooms,
    String cluster) {}
