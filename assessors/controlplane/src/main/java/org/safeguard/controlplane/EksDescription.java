package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;

/// Amazon EKS, as `aws eks describe-cluster` prints it
/// ([Cluster](https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html)).
///
/// Nodes, their roles and metadata settings belong to other services and are not in there.
record EksDescription(Place root) implements Description {

  /// Since this version API data is encrypted with a key of Amazon's own where the customer gave
  /// none
  /// ([encryption](https://docs.aws.amazon.com/eks/latest/userguide/envelope-encryption.html)).
  private static final int ENCRYPTED_BY_DEFAULT = 28;

  EksDescription(Place root) {
    this.root = root.at("cluster").isSet() ? root.at("cluster") : root;
  }

  @Override
  public String version() {
    return root.at("version").text().orElse("");
  }

  @Override
  public Finding<Boolean> publicEndpoint() {
    return Told.flag(root.at("resourcesVpcConfig", "endpointPublicAccess"));
  }

  @Override
  public Finding<List<String>> allowedRanges() {
    return Told.texts(root.at("resourcesVpcConfig", "publicAccessCidrs"));
  }

  @Override
  public Finding<Boolean> secretsEncrypted() {
    Finding<Boolean> own = customerKey();
    OptionalInt minor = new Release(version()).minor();
    if (own.is(true) || !own.isKnown() || minor.isEmpty()) {
      return own.is(false) ? Told.notTold(root.at("version")) : own;
    }
    return Finding.known(
        minor.getAsInt() >= ENCRYPTED_BY_DEFAULT, List.of(root.at("version").reading()));
  }

  /// Left out where there is none; so it takes a description that has other members to tell.
  @Override
  public Finding<Boolean> customerKey() {
    Place list = root.at("encryptionConfig");
    if (!list.isSet()) {
      return root.at("resourcesVpcConfig").isSet()
          ? Finding.known(false, List.of(list.absent("a key of the provider")))
          : Told.notTold(list);
    }
    return Told.all(
        list,
        List.of("provider", "keyArn"),
        entry -> !entry.at("provider", "keyArn").text().orElse("").isEmpty());
  }

  @Override
  public Finding<List<String>> logs() {
    Place list = root.at("logging", "clusterLogging");
    if (!list.isSet()) {
      return Told.notTold(list);
    }
    List<String> logs = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Place entry : list.objects().orElse(List.of())) {
      if (entry.at("enabled").flag().orElse(false)) {
        logs.addAll(entry.at("types").texts().orElse(List.of()));
      }
      readings.add(
          entry
              .at("types")
              .reading(
                  (entry.at("enabled").flag().orElse(false) ? "on: " : "off: ")
                      + String.join(", ", entry.at("types").texts().orElse(List.of()))));
    }
    return Finding.known(logs, readings);
  }

  @Override
  public Finding<Boolean> audited() {
    return logs().map(logs -> logs.contains("audit"));
  }

  /// Every way to sign in to EKS that it offers itself is one of IAM.
  @Override
  public Finding<Boolean> cloudIdentity() {
    Place mode = root.at("accessConfig", "authenticationMode");
    return Finding.known(true, List.of(mode.isSet() ? mode.reading() : mode.absent("CONFIG_MAP")));
  }

  @Override
  public Finding<Boolean> localAccounts() {
    return cloudIdentity().map(_ -> false);
  }

  @Override
  public Finding<Boolean> privateNodes() {
    return Told.elsewhere(
        root, "ask whether the subnets of the nodes assign public addresses (describe-subnets)");
  }

  @Override
  public Finding<Boolean> workloadIdentity() {
    return Told.elsewhere(
        root,
        "ask whether workloads use IAM roles for service accounts or pod identities"
            + " (aws eks list-pod-identity-associations)");
  }

  @Override
  public Finding<Boolean> metadataProtected() {
    return Told.elsewhere(
        root,
        "ask whether the launch templates of the nodes require IMDSv2 with a hop limit of 1"
            + " (describe-launch-template-versions)");
  }

  @Override
  public Finding<Boolean> leastNodeIdentity() {
    return Told.elsewhere(
        root, "ask which policies the node role holds (aws iam list-attached-role-policies)");
  }

  @Override
  public Finding<Boolean> shieldedNodes() {
    return Told.elsewhere(root, "ask whether the images of the nodes boot with UEFI secure boot");
  }

  @Override
  public Finding<Boolean> hardenedNodes() {
    return Told.elsewhere(
        root, "ask which image type the node groups use (aws eks describe-nodegroup, amiType)");
  }

  /// Only Auto Mode replaces nodes by itself.
  @Override
  public Finding<Boolean> autoUpgrade() {
    Finding<Boolean> auto = Told.flag(root.at("computeConfig", "enabled"));
    return auto.is(true)
        ? auto
        : Told.elsewhere(
            root, "ask who upgrades the cluster and its node groups, and how soon after a release");
  }

  @Override
  public Finding<Boolean> networkPolicies() {
    return Told.elsewhere(
        root, "ask whether the network add-on enforces network policies (describe-addon vpc-cni)");
  }

  @Override
  public Finding<Boolean> verifiedImages() {
    return Told.elsewhere(root, "ask what verifies the signatures of images before they run");
  }

  @Override
  public Finding<Boolean> threatDetection() {
    return Told.elsewhere(
        root, "ask whether GuardDuty watches the cluster (aws guardduty get-detector)");
  }

  @Override
  public Finding<Boolean> legacyAuthorization() {
    return Finding.known(false, List.of(root.at("version").reading()));
  }
}
