package org.safeguard.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;

/// Writes a whole snapshot as a bundle.
final class BundleWriter {

  private BundleWriter() {}

  static void write(Snapshot snapshot, Path out, String toolVersion) throws IOException {
    try (BundleSpool spool = BundleSpool.beside(out)) {
      for (Map.Entry<String, List<Resource>> type : byType(snapshot).entrySet()) {
        write(type.getValue(), spool);
      }
      snapshot.record().requests().forEach(spool::request);
      for (SourceFile file : snapshot.files()) {
        spool.file(file);
      }
      spool.finish(
          new BundleHeader(
              snapshot.cluster(),
              snapshot.capturedAt(),
              snapshot.kubernetesVersion(),
              toolVersion,
              snapshot.coverage(),
              snapshot.record().lists(),
              snapshot.record().redactions()));
    }
  }

  private static Map<String, List<Resource>> byType(Snapshot snapshot) {
    return snapshot.resources().stream()
        .collect(
            Collectors.groupingBy(
                resource -> resource.apiVersion() + " " + resource.kind(),
                TreeMap::new,
                Collectors.toList()));
  }

  private static void write(List<Resource> resources, BundleSpool spool) throws IOException {
    Resource first = resources.getFirst();
    try (TypeSpool type = spool.type(first.apiVersion(), first.kind())) {
      for (Resource resource : resources) {
        type.add(resource.body());
      }
    }
  }
}
