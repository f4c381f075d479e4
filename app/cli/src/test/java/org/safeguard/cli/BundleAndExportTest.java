package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleAndExportTest {

  @TempDir Path folder;

  @Test
  void aBundleIsMadeShownVerifiedAndAssessed() throws Exception {
    Path bundle = folder.resolve("b.zip");
    assertEquals(
        new Cli(0, "Wrote " + bundle + " with 4 objects\n", ""),
        Cli.run("bundle", "create", Cli.CLINIC, "-o", bundle));
    Cli shown = Cli.run("bundle", "show", bundle);
    assertEquals(0, shown.status());
    Golden.check("bundle-show", shown.out());
    Cli verified = Cli.run("bundle", "verify", bundle);
    assertEquals(0, verified.status());
    Golden.check("bundle-verify", verified.out());
    assertTrue(Cli.run("assess", bundle, "--pack", Cli.PACK).out().contains("3 failed"));
  }

  @Test
  void aDamagedBundleIsStatusThree() throws Exception {
    Path bundle = folder.resolve("b.zip");
    Files.writeString(bundle, "PK\003\004 and no more");
    for (String command : new String[] {"show", "verify"}) {
      Cli run = Cli.run("bundle", command, bundle);
      assertEquals(ExitStatus.UNREADABLE, run.status());
      assertEquals(1, run.err().lines().count(), run.err());
    }
  }

  @Test
  void theLatestRunIsExported() {
    Path engagement = folder.resolve("c.safeguard");
    Cli.run("assess", Cli.CLINIC, "--pack", Cli.PACK, "--engagement", engagement);
    for (String format : new String[] {"xlsx", "json", "CSV"}) {
      Path out = folder.resolve("c." + format);
      Cli run = Cli.run("export", engagement, "--format", format, "-o", out);
      assertEquals(new Cli(0, "Wrote " + out + "\n", ""), run);
      assertTrue(Files.exists(out));
    }
  }

  @Test
  void whatIsNoEngagementIsStatusThree() throws Exception {
    Path notes = Files.writeString(folder.resolve("notes"), "notes");
    Cli run = Cli.run("export", notes, "--format", "csv", "-o", folder.resolve("c.csv"));
    assertEquals(ExitStatus.UNREADABLE, run.status());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(Files.notExists(folder.resolve("c.csv")));
  }
}
