package org.safeguard.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;

/// The inventory, found by what a verdict is about.
final class AssetIndex {

  private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public", "kube-node-lease");

  private final Map<String, Asset> byObject = new HashMap<>();
  private final Map<String, List<Asset>> byNamespace = new HashMap<>();
  private final Map<String, List<Asset>> byWayIn = new HashMap<>();

  AssetIndex(List<Asset> assets) {
    for (Asset asset : assets) {
      String namespace = ObjectNames.namespace(asset.object());
      byObject.put(ObjectNames.name(asset.object()), asset);
      add(byNamespace, namespace, asset);
      for (String way : asset.exposure()) {
        add(byWayIn, wayIn(namespace, way.startsWith("Ingress "), lastWord(way)), asset);
      }
    }
  }

  /// How close the subject is to ePHI. The platform's own objects come first: whatever they were
  /// designated, they reach every workload. Then counts what was said of the subject, then of its
  /// asset, and for an object without a workload of its own, such as a role, what was said of the
  /// workloads it stands beside.
  EphiTier tier(AssessedSubject subject) {
    ObjectReference object = subject.object();
    if (isPlatform(object)) {
      return EphiTier.PLATFORM;
    }
    EphiTier said = EphiTier.of(subject.ephi());
    if (said != EphiTier.UNKNOWN) {
      return said;
    }
    Asset asset = byObject.get(ObjectNames.name(object));
    return asset == null
        ? beside(byNamespace.getOrDefault(home(object), List.of()))
        : EphiTier.of(asset.ephi());
  }

  private static EphiTier beside(List<Asset> assets) {
    Set<EphiTier> tiers = EnumSet.noneOf(EphiTier.class);
    assets.forEach(asset -> tiers.add(EphiTier.of(asset.ephi())));
    if (tiers.contains(EphiTier.HANDLES)) {
      return EphiTier.HANDLES;
    }
    return tiers.equals(Set.of(EphiTier.NONE)) ? EphiTier.NONE : EphiTier.UNKNOWN;
  }

  /// The assets that an object is, lets in or contains; empty for objects with no workload of their
  /// own, such as roles.
  List<Asset> concerned(ObjectReference object) {
    Asset same = byObject.get(ObjectNames.name(object));
    if (same != null) {
      return List.of(same);
    }
    return switch (object.kind()) {
      case "Ingress" -> byWayIn.getOrDefault(wayIn(object, true), List.of());
      case "Service" -> byWayIn.getOrDefault(wayIn(object, false), List.of());
      case "Namespace" -> byNamespace.getOrDefault(object.name(), List.of());
      default -> List.of();
    };
  }

  private static boolean isPlatform(ObjectReference object) {
    String home = home(object);
    return home.isEmpty() || SYSTEM.contains(home) || home.startsWith("openshift-");
  }

  /// A Namespace is cluster-scoped, but what is said of it concerns the workloads inside.
  private static String home(ObjectReference object) {
    return object.kind().equals("Namespace") ? object.name() : ObjectNames.namespace(object);
  }

  private static String wayIn(ObjectReference object, boolean ingress) {
    return wayIn(ObjectNames.namespace(object), ingress, object.name());
  }

  private static String wayIn(String namespace, boolean ingress, String name) {
    return (ingress ? "Ingress " : "Service ") + namespace + "/" + name;
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static void add(Map<String, List<Asset>> index, String key, Asset asset) {
    index.computeIfAbsent(key, _ -> new ArrayList<>()).add(asset);
  }
}
