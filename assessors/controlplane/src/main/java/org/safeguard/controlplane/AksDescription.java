package org.safeguard.controlplane;

import java.util.List;
import java.util.Set;
import org.safeguard.objects.Place;

/// Azure AKS, as `az aks show` or the resource manager prints it
/// ([ManagedCluster](https://learn.microsoft.com/rest/api/aks/managed-clusters/get)).
record AksDescription(Place root) implements Description {

  private static final Set<String> MADE_FOR_CONTAINERS =
      Set.of("AzureLinux", "AzureLinux3", "CBLMariner", "Mariner", "Flatcar", "AzureLinuxOSGuard");

  AksDescription(Place root) {
    this.root = root.at("properties").isSet() ? root.at("properties") : root;
  }

  private Place pools() {
    return root.at("agentPoolProfiles");
  }

  @Override
  public String version() {
    return root.at("currentKubernetesVersion")
        .text()
        .orElse(root.at("kubernetesVersion").text().orElse(""));
  }

  @Override
  public Finding<Boolean> publicEndpoint() {
    return Told.flagOrFalse(root.at("apiServerAccessProfile", "enablePrivateCluster"))
        .map(hidden -> !hidden);
  }

  @Override
  public Finding<List<String>> allowedRanges() {
    Place ranges = root.at("apiServerAccessProfile", "authorizedIpRanges");
    return ranges.isSet()
        ? Told.texts(ranges)
        : Finding.known(List.of(), List.of(ranges.absent("every address")));
  }

  @Override
  public Finding<Boolean> secretsEncrypted() {
    return Told.flagOrFalse(root.at("securityProfile", "azureKeyVaultKms", "enabled"));
  }

  @Override
  public Finding<Boolean> customerKey() {
    return secretsEncrypted();
  }

  @Override
  public Finding<List<String>> logs() {
    return audited().map(_ -> List.of());
  }

  @Override
  public Finding<Boolean> audited() {
    return Told.elsewhere(
        root,
        "ask whether a diagnostic setting exports kube-audit or kube-audit-admin"
            + " (az monitor diagnostic-settings list)");
  }

  @Override
  public Finding<Boolean> cloudIdentity() {
    Place profile = root.at("aadProfile");
    boolean set = profile.isSet();
    return Finding.known(set, List.of(set ? profile.reading() : profile.absent("none")));
  }

  @Override
  public Finding<Boolean> localAccounts() {
    return Told.flagOrFalse(root.at("disableLocalAccounts")).map(off -> !off);
  }

  @Override
  public Finding<Boolean> privateNodes() {
    return Told.all(
        pools(),
        List.of("enableNodePublicIp"),
        pool ->
            !pool.at("enableNodePublicIp").flag().orElse(false)
                && !pool.at("enableNodePublicIP").flag().orElse(false));
  }

  @Override
  public Finding<Boolean> workloadIdentity() {
    return Told.flagOrFalse(root.at("securityProfile", "workloadIdentity", "enabled"));
  }

  @Override
  public Finding<Boolean> metadataProtected() {
    return Told.textOr(root.at("networkProfile", "podLinkLocalAccess"), "IMDS").map("None"::equals);
  }

  @Override
  public Finding<Boolean> leastNodeIdentity() {
    Place identity = root.at("identityProfile", "kubeletidentity");
    boolean set = identity.isSet();
    return Finding.known(
        set, List.of(set ? identity.reading() : identity.absent("a service principal")));
  }

  @Override
  public Finding<Boolean> shieldedNodes() {
    return Told.all(
        pools(),
        List.of("securityProfile", "enableSecureBoot"),
        pool -> pool.at("securityProfile", "enableSecureBoot").flag().orElse(false));
  }

  @Override
  public Finding<Boolean> hardenedNodes() {
    return Told.all(
        pools(),
        List.of("osSku"),
        pool -> MADE_FOR_CONTAINERS.contains(pool.at("osSku").text().orElse("")));
  }

  @Override
  public Finding<Boolean> autoUpgrade() {
    return Told.textOr(root.at("autoUpgradeProfile", "upgradeChannel"), "none")
        .map(channel -> !channel.equals("none"));
  }

  @Override
  public Finding<Boolean> networkPolicies() {
    return Told.textOr(root.at("networkProfile", "networkPolicy"), "none")
        .map(policy -> !policy.equals("none"));
  }

  @Override
  public Finding<Boolean> verifiedImages() {
    Finding<Boolean> integrity = Told.flag(root.at("securityProfile", "imageIntegrity", "enabled"));
    return integrity.isKnown()
        ? integrity
        : Told.elsewhere(root, "ask what verifies the signatures of images before they run");
  }

  @Override
  public Finding<Boolean> threatDetection() {
    return Told.flagOrFalse(
        root.at("securityProfile", "defender", "securityMonitoring", "enabled"));
  }

  @Override
  public Finding<Boolean> legacyAuthorization() {
    Place rbac = root.at("enableRbac").isSet() ? root.at("enableRbac") : root.at("enableRBAC");
    return Told.flag(rbac).map(on -> !on);
  }
}
