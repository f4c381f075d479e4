package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// What holds for the snapshot as a whole; there is exactly one.
///
/// @param kubernetesVersion such as `1.31.2`, empty when not known
/// @param format as in the snapshot
/// @param workloads number of workloads
/// @param namespaces names seen in any object
/// @param kinds types captured with at least one object, as `Kind.group`; unknown where the
///     snapshot cannot tell
/// @param images distinct image references
/// @param registries distinct registries
/// @param coverage state of each known type, by `Kind.group`
/// @param provenance where the values were read
public record Cluster(
    String kubernetesVersion,
    String format,
    long workloads,
    List<String> namespaces,
    List<String> kinds,
    List<String> images,
    List<String> registries,
    Map<String, String> coverage,
    Provenance provenance)
    implements Fact {

  public Cluster {
    namespaces = List.copyOf(namespaces);
    kinds = List.copyOf(kinds);
    images = List.copyOf(images);
    registries = List.copyOf(registries);
    coverage = Map.copyOf(coverage);
  }

  @Override
  public List<String> kinds() {
    return provenance.known("kinds", kinds);
  }
}
