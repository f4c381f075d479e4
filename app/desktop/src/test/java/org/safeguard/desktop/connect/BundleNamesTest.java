package org.safeguard.desktop.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.FakeCaptures;

class BundleNamesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  @TempDir Path folder;

  private String name(String context) {
    Path file = BundleNames.fresh(folder, context, DAY);
    assertEquals(folder, file.getParent());
    return file.getFileName().toString();
  }

  @Test
  void aNameNeverLeavesItsFolder() {
    assertEquals("etc-passwd-2026-11-23.zip", name("../../etc/passwd"));
    assertEquals("cluster-2026-11-23.zip", name(".."));
    assertEquals("C-temp-2026-11-23.zip", name("C:\\temp"));
  }

  @Test
  void ofALongNameTheEndIsKept() {
    assertEquals(
        "ter-lakeside-hospital-production-workloads-blue-2026-11-23.zip".length(),
        name("x".repeat(200) + FakeCaptures.CLOUD).length() - 13);
  }
}
