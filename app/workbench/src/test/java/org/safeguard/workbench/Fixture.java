package org.safeguard.workbench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.safeguard.snapshot.Source;

/// A small clinic, a small pack and a clock that stands still.
final class Fixture {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30Z"), ZoneOffset.UTC);
  static final Path CLINIC = Path.of("src/test/resources/small-clinic");
  static final Path POLICY = Path.of("src/test/resources/policy.yaml");
  static final Path SCOPE = Path.of("src/test/resources/scope.yaml");
  static final String PACK = "src/test/resources/small-pack";

  private Fixture() {}

  static Workbench workbench() {
    return new Workbench(CLOCK, "test");
  }

  static List<Source> sources(Path... paths) {
    return Arrays.stream(paths).<Source>map(Source.PathSource::new).toList();
  }

  /// A request for every kind of result, in one folder.
  static AssessmentRequest everything(Path folder) {
    return new AssessmentRequest(
        sources(CLINIC),
        folder.resolve("c.safeguard"),
        folder.resolve("c.xlsx"),
        folder.resolve("c.json"),
        List.of(PACK),
        null,
        null);
  }

  /// A request that keeps nothing.
  static AssessmentRequest nothing(Path... paths) {
    return new AssessmentRequest(sources(paths), null, null, null, List.of(PACK), null, null);
  }
}
