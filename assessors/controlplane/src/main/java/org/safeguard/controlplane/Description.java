package org.safeguard.controlplane;

import java.util.List;

/// What a provider's description of a cluster tells, as
/// [CloudCluster][org.safeguard.model.fact.CloudCluster] has it.
interface Description {

  String version();

  Finding<Boolean> publicEndpoint();

  Finding<List<String>> allowedRanges();

  /// Not public, or open to named ranges none of which is everything.
  default Finding<Boolean> endpointRestricted() {
    Finding<Boolean> hidden = publicEndpoint().map(open -> !open);
    return Finding.either(
        hidden,
        allowedRanges()
            .map(
                ranges ->
                    !ranges.isEmpty() && ranges.stream().noneMatch(range -> range.endsWith("/0"))));
  }

  Finding<Boolean> secretsEncrypted();

  Finding<Boolean> customerKey();

  Finding<List<String>> logs();

  Finding<Boolean> audited();

  Finding<Boolean> cloudIdentity();

  Finding<Boolean> localAccounts();

  Finding<Boolean> privateNodes();

  Finding<Boolean> workloadIdentity();

  Finding<Boolean> metadataProtected();

  Finding<Boolean> leastNodeIdentity();

  Finding<Boolean> shieldedNodes();

  Finding<Boolean> hardenedNodes();

  Finding<Boolean> autoUpgrade();

  Finding<Boolean> networkPolicies();

  Finding<Boolean> verifiedImages();

  Finding<Boolean> threatDetection();

  Finding<Boolean> legacyAuthorization();
}
