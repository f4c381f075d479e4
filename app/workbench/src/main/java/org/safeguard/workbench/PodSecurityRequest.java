package org.safeguard.workbench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.podsecurity.Level;
import org.safeguard.podsecurity.PolicyVersion;
import org.safeguard.snapshot.Source;

/// What to ask of Pod Security admission.
///
/// @param sources what holds the pods and pod templates
/// @param level the level asked about; null for every level
/// @param version of the standards; null for that of the cluster, or the newest where the sources
///     do not tell
public record PodSecurityRequest(
    List<Source> sources, @Nullable Level level, @Nullable PolicyVersion version) {

  public PodSecurityRequest {
    sources = List.copyOf(sources);
  }
}
