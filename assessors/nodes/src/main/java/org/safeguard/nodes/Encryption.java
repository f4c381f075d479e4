package org.safeguard.nodes;

import java.util.Map;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Whether a storage driver encrypts at rest, as far as its parameters or its maker say.
final class Encryption {

  /// Drivers whose storage the provider encrypts whatever anybody sets.
  private static final Map<String, String> ALWAYS =
      Map.of(
          "pd.csi.storage.gke.io", "Google encrypts every disk",
          "kubernetes.io/gce-pd", "Google encrypts every disk",
          "filestore.csi.storage.gke.io", "Google encrypts every share",
          "disk.csi.azure.com", "Azure encrypts every managed disk",
          "kubernetes.io/azure-disk", "Azure encrypts every managed disk",
          "file.csi.azure.com", "Azure encrypts every storage account",
          "kubernetes.io/azure-file", "Azure encrypts every storage account",
          "blob.csi.azure.com", "Azure encrypts every storage account");

  /// Drivers that encrypt when a parameter says so and else do not.
  private static final Map<String, String> ASKED =
      Map.of(
          "driver.longhorn.io", "encrypted",
          "rook-ceph.rbd.csi.ceph.com", "encrypted",
          "rbd.csi.ceph.com", "encrypted",
          "pxd.portworx.com", "secure",
          "kubernetes.io/portworx-volume", "secure");

  /// Drivers that encrypt when a parameter says so, and else as the account's own setting says.
  private static final Set<String> ACCOUNT = Set.of("ebs.csi.aws.com", "kubernetes.io/aws-ebs");

  private Encryption() {}

  /// @param driver the CSI driver or provisioner
  /// @param named where the driver is named
  /// @param parameters of the class, or attributes of the volume
  static boolean of(Trace trace, String component, String driver, Place named, Place parameters) {
    trace.read(component, named.reading());
    if (ALWAYS.containsKey(driver)) {
      trace.read(component, named.reading(driver + " (" + ALWAYS.get(driver) + ")"));
      return true;
    }
    boolean account = ACCOUNT.contains(driver);
    if (!account && !ASKED.containsKey(driver)) {
      trace.unknown(component, untold(driver));
      return false;
    }
    Place parameter = parameters.at(ASKED.getOrDefault(driver, "encrypted"));
    Value<String> asked = parameter.flag().map(String::valueOf).or(parameter.text());
    if (account && asked instanceof Value.Absent) {
      trace
          .read(component, parameter.absent("the account's setting"))
          .unknown(component, account());
      return false;
    }
    Value<String> spelt =
        asked instanceof Value.Unreadable && parameter.text().isKnown() ? parameter.text() : asked;
    return trace.text(component, spelt, "false").equalsIgnoreCase("true");
  }

  private static Cause account() {
    return new Cause(
        Cause.Code.NOT_CAPTURED,
        "without the parameter encrypted the account's default decides; ask whether EBS encryption"
            + " by default is on in this region, or set the parameter");
  }

  private static Cause untold(String driver) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "nothing in the cluster says whether "
            + (driver.isEmpty() ? "this storage" : driver)
            + " encrypts at rest; ask who runs the storage for its encryption and key settings");
  }

  /// Where nothing gives storage to something, there is nothing to read.
  static boolean unknown(Trace trace, String component, Reading where, Cause cause) {
    trace.read(component, where).unknown(component, cause);
    return false;
  }
}
