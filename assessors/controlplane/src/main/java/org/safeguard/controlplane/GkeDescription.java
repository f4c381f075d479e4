package org.safeguard.controlplane;

import java.util.List;
import org.safeguard.objects.Place;

/// Google GKE, as `gcloud container clusters describe --format json` prints it
/// (resource Cluster of [its API](https://cloud.google.com/kubernetes-engine/docs/reference/rest)).
/// It leaves out what is false.
record GkeDescription(Place root) implements Description {

  @Override
  public String version() {
    return root.at("currentMasterVersion").text().orElse("");
  }

  @Override
  public Finding<Boolean> publicEndpoint() {
    Place addresses = root.at("controlPlaneEndpointsConfig", "ipEndpointsConfig");
    if (addresses.at("enabled").isSet() || addresses.at("enablePublicEndpoint").isSet()) {
      return Finding.both(
          Told.flagOrFalse(addresses.at("enabled")),
          Told.flagOrFalse(addresses.at("enablePublicEndpoint")));
    }
    return Told.flagOrFalse(root.at("privateClusterConfig", "enablePrivateEndpoint"))
        .map(hidden -> !hidden);
  }

  private Place networks() {
    Place newer =
        root.at("controlPlaneEndpointsConfig", "ipEndpointsConfig", "authorizedNetworksConfig");
    return newer.isSet() ? newer : root.at("masterAuthorizedNetworksConfig");
  }

  @Override
  public Finding<List<String>> allowedRanges() {
    Place blocks = networks().at("cidrBlocks");
    List<String> ranges =
        blocks.objects().orElse(List.of()).stream()
            .map(block -> block.at("cidrBlock").text().orElse(""))
            .filter(range -> !range.isEmpty())
            .toList();
    return Finding.known(
        ranges,
        List.of(ranges.isEmpty() ? blocks.absent("none") : blocks.reading(ranges.toString())));
  }

  /// Authorized networks that are on and name nobody let nobody in.
  @Override
  public Finding<Boolean> endpointRestricted() {
    Finding<Boolean> named =
        Finding.both(
            Told.flagOrFalse(networks().at("enabled")),
            allowedRanges()
                .map(ranges -> ranges.stream().noneMatch(range -> range.endsWith("/0"))));
    return Finding.either(publicEndpoint().map(open -> !open), named);
  }

  @Override
  public Finding<Boolean> secretsEncrypted() {
    return Told.text(root.at("databaseEncryption", "state")).map("ENCRYPTED"::equals);
  }

  @Override
  public Finding<Boolean> customerKey() {
    return secretsEncrypted();
  }

  @Override
  public Finding<List<String>> logs() {
    return Told.texts(root.at("loggingConfig", "componentConfig", "enableComponents"));
  }

  /// Changes are always recorded; reading of secrets only where the project asks for it.
  @Override
  public Finding<Boolean> audited() {
    return Told.elsewhere(
        root,
        "GKE always records changes; ask whether the project's audit configuration records data"
            + " access to the Kubernetes API too (gcloud projects get-iam-policy, auditConfigs)");
  }

  @Override
  public Finding<Boolean> cloudIdentity() {
    return Finding.known(true, List.of(root.at("currentMasterVersion").reading()));
  }

  @Override
  public Finding<Boolean> localAccounts() {
    Place access = root.at("masterAuth");
    Finding<Boolean> issued =
        Told.flagOrFalse(access.at("clientCertificateConfig", "issueClientCertificate"));
    Finding<Boolean> certificate = set(access.at("clientCertificate"));
    Finding<Boolean> password = set(access.at("username"));
    return Finding.either(issued, Finding.either(certificate, password));
  }

  /// Whether something stands there, be it redacted.
  private static Finding<Boolean> set(Place place) {
    boolean something = place.isSet() && !place.text().orElse("hidden").isEmpty();
    return Finding.known(
        something, List.of(something ? place.reading("present") : place.absent("none")));
  }

  @Override
  public Finding<Boolean> privateNodes() {
    return Finding.either(
        Told.flagOrFalse(root.at("privateClusterConfig", "enablePrivateNodes")),
        Told.flagOrFalse(root.at("networkConfig", "defaultEnablePrivateNodes")));
  }

  @Override
  public Finding<Boolean> workloadIdentity() {
    return Told.textOr(root.at("workloadIdentityConfig", "workloadPool"), "")
        .map(pool -> !pool.isEmpty());
  }

  @Override
  public Finding<Boolean> metadataProtected() {
    return Told.all(
        root.at("nodePools"),
        List.of("config", "workloadMetadataConfig", "mode"),
        pool ->
            pool.at("config", "workloadMetadataConfig", "mode")
                .text()
                .orElse("")
                .equals("GKE_METADATA"));
  }

  @Override
  public Finding<Boolean> leastNodeIdentity() {
    return Told.all(
        root.at("nodePools"),
        List.of("config", "serviceAccount"),
        pool -> !pool.at("config", "serviceAccount").text().orElse("default").equals("default"));
  }

  @Override
  public Finding<Boolean> shieldedNodes() {
    return Told.flagOrFalse(root.at("shieldedNodes", "enabled"));
  }

  @Override
  public Finding<Boolean> hardenedNodes() {
    return Told.all(
        root.at("nodePools"),
        List.of("config", "imageType"),
        pool -> pool.at("config", "imageType").text().orElse("").startsWith("COS"));
  }

  @Override
  public Finding<Boolean> autoUpgrade() {
    return Told.all(
        root.at("nodePools"),
        List.of("management", "autoUpgrade"),
        pool -> pool.at("management", "autoUpgrade").flag().orElse(false));
  }

  @Override
  public Finding<Boolean> networkPolicies() {
    return Finding.either(
        Told.flagOrFalse(root.at("networkPolicy", "enabled")),
        Told.textOr(root.at("networkConfig", "datapathProvider"), "")
            .map("ADVANCED_DATAPATH"::equals));
  }

  @Override
  public Finding<Boolean> verifiedImages() {
    return Finding.either(
        Told.textOr(root.at("binaryAuthorization", "evaluationMode"), "")
            .map(mode -> mode.contains("ENFORCE")),
        Told.flagOrFalse(root.at("binaryAuthorization", "enabled")));
  }

  @Override
  public Finding<Boolean> threatDetection() {
    return Told.elsewhere(
        root, "ask whether Security Command Center watches the cluster for threats");
  }

  @Override
  public Finding<Boolean> legacyAuthorization() {
    return Told.flagOrFalse(root.at("legacyAbac", "enabled"));
  }
}
