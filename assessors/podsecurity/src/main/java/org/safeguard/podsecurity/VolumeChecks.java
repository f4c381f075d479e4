package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// Checks of the volumes of a pod.
final class VolumeChecks {

  private static final String HOST_PATH = "hostPath";

  /// What restricted allows. An `image` volume is allowed in every version, as in the admission
  /// plug-in since that source exists.
  private static final List<String> ALLOWED =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  /// The others, in the order in which the plug-in looks for them.
  private static final List<String> RESTRICTED =
      List.of(
          HOST_PATH,
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "gitRepo",
          "nfs",
          "iscsi",
          "glusterfs",
          "rbd",
          "flexVolume",
          "cinder",
          "cephfs",
          "flocker",
          "fc",
          "azureFile",
          "vsphereVolume",
          "quobyte",
          "azureDisk",
          "photonPersistentDisk",
          "portworxVolume",
          "scaleIO",
          "storageos");

  private VolumeChecks() {}

  static CheckOutcome hostPathVolumes(PodView pod) {
    Tally tally = new Tally();
    List<String> names = new ArrayList<>();
    for (Place volume : volumes(pod, tally)) {
      Place source = volume.at(HOST_PATH);
      if (tally.holds(source.isMapping())) {
        tally.breaks(source);
        names.add(name(volume));
      }
    }
    return tally.isBroken()
        ? tally.forbidden("hostPath volumes", Wording.named("volume", names))
        : tally.unbroken();
  }

  static CheckOutcome restrictedVolumes(PodView pod) {
    Tally tally = new Tally();
    List<String> names = new ArrayList<>();
    for (Place volume : volumes(pod, tally)) {
      if (isAllowed(volume, tally)) {
        continue;
      }
      Optional<String> source = source(volume);
      tally.breaks(source.map(volume::at).orElse(volume));
      tally.value(source.orElse("unknown"));
      names.add(name(volume));
    }
    return tally.isBroken()
        ? tally.forbidden(
            "restricted volume types",
            Wording.named("volume", names)
                + (names.size() == 1 ? " uses " : " use ")
                + Wording.named("restricted volume type", tally.values()))
        : tally.unbroken();
  }

  private static List<Place> volumes(PodView pod, Tally tally) {
    return tally.read(pod.spec().at("volumes").objects()).orElse(List.of());
  }

  private static String name(Place volume) {
    return volume.at("name").text().orElse("");
  }

  /// Whether an allowed source is set, or may be behind something that cannot be read. One without
  /// any source is an `emptyDir` by the API server's default, which it sets before it asks.
  private static boolean isAllowed(Place volume, Tally tally) {
    if (volume.each().entrySet().stream()
        .noneMatch(member -> !member.getKey().equals("name") && member.getValue().isSet())) {
      return true;
    }
    for (String source : ALLOWED) {
      switch (volume.at(source).isMapping()) {
        case Value.Known<Boolean> _ -> {
          return true;
        }
        case Value.Unreadable<Boolean>(Place place, var cause) -> {
          tally.unknown(place, cause);
          return true;
        }
        case Value.Absent<Boolean> _ -> {}
      }
    }
    return false;
  }

  private static Optional<String> source(Place volume) {
    return RESTRICTED.stream().filter(source -> volume.at(source).isSet()).findFirst();
  }
}
