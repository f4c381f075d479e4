package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.CloudCluster;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Descriptions of managed clusters that were supplied with the snapshot.
final class CloudClusters {

  private CloudClusters() {}

  static List<CloudCluster> in(ClusterObjects objects) {
    List<CloudCluster> clusters = new ArrayList<>();
    of(objects, "AksCluster")
        .forEach(place -> clusters.add(fact("AKS", place, new AksDescription(place))));
    of(objects, "EksCluster")
        .forEach(place -> clusters.add(fact("EKS", place, new EksDescription(place))));
    of(objects, "GkeCluster")
        .forEach(place -> clusters.add(fact("GKE", place, new GkeDescription(place))));
    clusters.sort(Comparator.comparing(CloudCluster::provider).thenComparing(CloudCluster::name));
    return clusters;
  }

  /// A provider's description is missed where there is a provider, and where nobody may look
  /// whether there is one.
  static Optional<Cause> gap(Platform platform, List<CloudCluster> clusters) {
    return clusters.isEmpty()
        ? platform
            .provider()
            .map(_ -> platform.unseen("the control plane"))
            .or(platform::hiddenNodes)
        : Optional.empty();
  }

  private static List<Place> of(ClusterObjects objects, String kind) {
    return objects.placesOf(new ResourceType(ServerMetrics.TYPE.group(), kind));
  }

  private static CloudCluster fact(String provider, Place place, Description told) {
    Trace trace = new Trace(place);
    return new CloudCluster(
        provider,
        place.resource().name(),
        told.version(),
        told.publicEndpoint().noted("publicEndpoint", trace, false),
        told.allowedRanges().noted("allowedRanges", trace, List.of()),
        told.endpointRestricted().noted("endpointRestricted", trace, false),
        told.secretsEncrypted().noted("secretsEncrypted", trace, false),
        told.customerKey().noted("customerKey", trace, false),
        told.logs().noted("logs", trace, List.of()),
        told.audited().noted("audited", trace, false),
        told.cloudIdentity().noted("cloudIdentity", trace, false),
        told.localAccounts().noted("localAccounts", trace, false),
        told.privateNodes().noted("privateNodes", trace, false),
        told.workloadIdentity().noted("workloadIdentity", trace, false),
        told.metadataProtected().noted("metadataProtected", trace, false),
        told.leastNodeIdentity().noted("leastNodeIdentity", trace, false),
        told.shieldedNodes().noted("shieldedNodes", trace, false),
        told.hardenedNodes().noted("hardenedNodes", trace, false),
        told.autoUpgrade().noted("autoUpgrade", trace, false),
        told.networkPolicies().noted("networkPolicies", trace, false),
        told.verifiedImages().noted("verifiedImages", trace, false),
        told.threatDetection().noted("threatDetection", trace, false),
        told.legacyAuthorization().noted("legacyAuthorization", trace, false),
        trace.done());
  }
}
