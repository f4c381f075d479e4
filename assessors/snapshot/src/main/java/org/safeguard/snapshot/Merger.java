package org.safeguard.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.document.Digests;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;

/// Makes one snapshot of all that was read: each object once, unless copies are asked for, and each
/// type with its coverage.
final class Merger {

  private static final Pattern VERSIONED =
      Pattern.compile(
          "(.*[/!])?resources/[^/]+/v\\d\\w*(-preferredversion)?/(cluster|namespaces)/.*");

  private final Map<ResourceKey, Integer> placeOfKey = new HashMap<>();
  private final List<Resource> resources = new ArrayList<>();
  private final List<Skipped> skipped = new ArrayList<>();
  private final Map<ResourceType, Integer> counts = new TreeMap<>();
  private final boolean copies;

  /// @param copies whether an object that was read twice stays twice
  Merger(boolean copies) {
    this.copies = copies;
  }

  Snapshot snapshot(String source, String format, Harvest harvest) {
    skipped.addAll(harvest.skipped);
    harvest.resources.forEach(this::add);
    BundleManifest manifest = harvest.bundle.manifest();
    return new Snapshot(
        id(harvest.files),
        source,
        format,
        manifest == null ? harvest.cluster : manifest.cluster(),
        manifest == null ? harvest.capturedAt : manifest.capturedAt(),
        manifest == null ? harvest.kubernetesVersion : manifest.kubernetesVersion(),
        harvest.files,
        resources,
        coverage(format, harvest, PartialDumps.of(format, harvest)),
        skipped,
        BundleRedactions.record(harvest));
  }

  private void add(Resource resource) {
    ResourceType type = KnownTypes.current(resource.type());
    ResourceKey key =
        new ResourceKey(type.group(), type.kind(), resource.effectiveNamespace(), resource.name());
    Integer place = placeOfKey.putIfAbsent(key, resources.size());
    if (place == null) {
      resources.add(resource);
      counts.merge(type, 1, Integer::sum);
      return;
    }
    Resource first = resources.get(place);
    if (copies && !isTwin(resource, first)) {
      resources.add(resource);
      counts.merge(type, 1, Integer::sum);
      return;
    }
    if (isInCurrentForm(resource, first)) {
      resources.set(place, resource);
      skipped.add(second(first, resource));
    } else {
      if (!isTwin(resource, first)) {
        skipped.add(second(resource, first));
      }
    }
  }

  /// Velero writes each object once more below a folder for its API version.
  private static boolean isTwin(Resource second, Resource first) {
    return (VERSIONED.matcher(second.file()).matches() || VERSIONED.matcher(first.file()).matches())
        && SameObject.is(first, second);
  }

  /// Whether the second copy is of the group where Kubernetes serves the type today, and the first
  /// one of a group that it has left.
  private static boolean isInCurrentForm(Resource second, Resource first) {
    return SameObject.isOneOfACluster(first, second)
        && !KnownTypes.current(first.type()).equals(first.type())
        && KnownTypes.current(second.type()).equals(second.type());
  }

  private static Skipped second(Resource resource, Resource first) {
    String what = resource.kind() + " " + resource.name();
    String place = first.file() + ":" + first.body().line();
    return SameObject.is(first, resource)
        ? new Skipped(
            resource.file(),
            resource.body().line(),
            Skipped.Kind.DUPLICATE,
            what + " is the same as in " + place)
        : new Skipped(
            resource.file(),
            resource.body().line(),
            Skipped.Kind.CONFLICT,
            what + " differs from the one in " + place + ", which is assessed");
  }

  private List<TypeCoverage> coverage(String format, Harvest harvest, PartialDumps dumps) {
    Map<ResourceType, TypeCoverage> promised = new TreeMap<>();
    BundleManifest manifest = harvest.bundle.manifest();
    if (manifest != null) {
      manifest.coverage().forEach(entry -> promised.put(entry.type(), entry));
    }
    Set<ResourceType> types = new TreeSet<>(counts.keySet());
    types.addAll(harvest.listed);
    types.addAll(harvest.partial.keySet());
    types.addAll(promised.keySet());
    if (manifest == null) {
      types.addAll(harvest.notes.types());
      types.addAll(Unasked.types(format, harvest));
    }
    List<TypeCoverage> coverage = new ArrayList<>();
    for (ResourceType type : types) {
      int count = counts.getOrDefault(type, 0);
      TypeCoverage promise = promised.get(type);
      String damage = harvest.partial.get(type);
      Optional<String> missing = damage == null ? dumps.cause(type) : Optional.of(damage);
      Optional<TypeCoverage> said =
          promise == null ? said(format, harvest, type, count) : Optional.empty();
      if (said.isPresent() && (damage == null || said.get().state() != Coverage.CAPTURED)) {
        coverage.add(said.get());
      } else if (promise != null) {
        coverage.add(new TypeCoverage(type, promise.state(), count, promise.cause()));
      } else if (missing.isPresent()) {
        coverage.add(new TypeCoverage(type, Coverage.PARTIAL, count, missing.get()));
      } else {
        coverage.add(new TypeCoverage(type, Coverage.CAPTURED, count, ""));
      }
    }
    return coverage;
  }

  private static Optional<TypeCoverage> said(
      String format, Harvest harvest, ResourceType type, int count) {
    return Unasked.coverage(format, harvest, type, count)
        .or(() -> harvest.notes.coverage(type, count));
  }

  private static String id(List<SourceFile> files) {
    MessageDigest digest = Digests.sha256();
    files.stream()
        .sorted(Comparator.comparing(SourceFile::file).thenComparing(SourceFile::sha256))
        .map(file -> file.file() + '\0' + file.sha256() + '\n')
        .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
