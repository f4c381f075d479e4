package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Exposure;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Volume;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.verdict.ObjectReference;

/// The ePHI inventory: one asset for each workload.
public final class Inventory {

  /// Volumes that keep nothing of their own: they vanish with the pod, or only hand something in.
  private static final Set<String> NO_STORAGE =
      Set.of("none", "emptyDir", "configMap", "secret", "downwardAPI", "projected", "image");

  private static final String SECRETS_DRIVER = "secrets-store.csi.k8s.io";

  private static final Comparator<Asset> ORDER =
      Comparator.comparing((Asset asset) -> asset.object().toString())
          .thenComparing(asset -> asset.object().apiVersion());

  private Inventory() {}

  /// The assets, sorted by object. What is unknown of a workload is left out.
  public static List<Asset> of(Facts facts, Scope scope) {
    return facts.workloads().stream()
        .map(workload -> asset(workload, scope))
        .sorted(ORDER)
        .toList();
  }

  private static Asset asset(Workload workload, Scope scope) {
    Optional<Designation> line =
        Designations.line(scope, workload.namespace(), workload.kind(), workload.name());
    return new Asset(
        reference(workload),
        known(workload, "ephi") ? workload.ephi() : Designations.UNKNOWN,
        line.filter(Designations::decides)
            .map(Designation::where)
            .orElseGet(() -> labelled(workload.provenance())),
        line.map(Designation::dataKind).orElse(""),
        line.map(Designation::owner).orElse(""),
        line.map(Designation::criticality).orElse(""),
        storage(workload),
        exposure(workload),
        known(workload, "replicas") ? workload.replicas() : 1,
        images(workload));
  }

  private static ObjectReference reference(Workload workload) {
    Resource resource = workload.provenance().resource();
    return new ObjectReference(
        resource.apiVersion(),
        workload.kind(),
        workload.namespace(),
        workload.name(),
        resource.uid(),
        resource.resourceVersion());
  }

  /// Which label or annotation designates, empty for none.
  private static String labelled(Provenance provenance) {
    Reading reading = provenance.readings("ephi").getFirst();
    if (reading.observed().startsWith("absent")) {
      return "";
    }
    boolean label = reading.pointer().text().contains("/labels/");
    return (label ? "label " : "annotation ")
        + Designations.KEY
        + " of "
        + reading.resource().kind()
        + " "
        + reading.resource().name();
  }

  private static List<String> storage(Workload workload) {
    if (!known(workload, "volumes")) {
      return List.of();
    }
    return workload.volumes().stream()
        .filter(Inventory::keepsData)
        .map(Inventory::describe)
        .distinct()
        .toList();
  }

  private static boolean keepsData(Volume volume) {
    Map<String, ?> unknown = volume.provenance().unknown();
    return !unknown.containsKey("type")
        && !NO_STORAGE.contains(volume.type())
        && (unknown.containsKey("refersTo") || !volume.refersTo().equals(SECRETS_DRIVER));
  }

  private static String describe(Volume volume) {
    Map<String, ?> unknown = volume.provenance().unknown();
    String what =
        switch (volume.type()) {
          case "persistentVolumeClaim" -> unknown.containsKey("claim") ? "" : volume.claim();
          case "hostPath" -> unknown.containsKey("hostPath") ? "" : volume.hostPath();
          default -> volume.name();
        };
    return what.isEmpty() ? volume.type() : volume.type() + " " + what;
  }

  private static List<String> exposure(Workload workload) {
    List<String> ways = new ArrayList<>();
    if (known(workload, "exposures")) {
      for (Exposure exposure : workload.exposures()) {
        ways.add(exposure.kind() + " " + exposure.name());
      }
    }
    return ways;
  }

  private static List<String> images(Workload workload) {
    return ClusterFact.containers(workload).stream()
        .filter(container -> !container.provenance().unknown().containsKey("image"))
        .map(container -> container.image().reference())
        .filter(reference -> !reference.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean known(Workload workload, String component) {
    return !workload.provenance().unknown().containsKey(component);
  }
}
