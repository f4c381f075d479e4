package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, in a tree of its own with a JDK and a Maven that only say what they were asked.
final class LauncherTest {

  private static final Path LAUNCHER = Path.of("../../safeguard");

  @TempDir Path folder;

  private Path home;
  private Path jdk;

  @BeforeEach
  void tree() throws IOException {
    assumeTrue(File.separatorChar == '/', "the launcher is a script for a POSIX shell");
    home = Files.createDirectories(folder.resolve("a house"));
    jdk = folder.resolve("jdk");
    Files.writeString(home.resolve("safeguard"), Files.readString(LAUNCHER));
    for (String source : List.of("app/cli/src/main/A.java", "app/cli/src/test/B.java")) {
      write(home.resolve(source), "");
    }
    write(home.resolve("pom.xml"), "");
    write(home.resolve("app/cli/README.md"), "");
    Files.createDirectories(home.resolve("assessors"));
    Files.createDirectories(home.resolve("rulepacks"));
    Files.createDirectories(home.resolve("reports-templates"));
    write(jdk.resolve("release"), "JAVA_VERSION=\"25.0.1\"\n");
    script(jdk.resolve("bin/javac"), "");
    script(jdk.resolve("bin/java"), "for last; do :; done; echo \"java $last\"");
    script(
        folder.resolve("bin/mvn"),
        """
        mkdir -p app/cli/target/lib app/desktop/target/lib
        touch app/cli/target/safeguard-cli-1.jar app/cli/target/lib/a.jar
        touch app/desktop/target/safeguard-desktop-1.jar app/desktop/target/lib/javafx-base.jar
        echo 'BUILD SUCCESS'""");
    age();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void script(Path file, String text) throws IOException {
    write(file, "#!/bin/sh\n" + text + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  /// Makes everything older than what a build writes.
  private void age() throws IOException {
    try (var files = Files.walk(home)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
  }

  private Cli launch(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", home.resolve("safeguard").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    builder.environment().putAll(environment);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    int status = builder.start().waitFor();
    return new Cli(
        status, Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
  }

  private boolean builds() throws Exception {
    Cli run = launch(Map.of("JAVA_HOME", jdk.toString()), "--version");
    assertEquals(0, run.status(), run.err());
    assertEquals("java --version\n", run.out());
    return run.err().contains("safeguard: building;");
  }

  @Test
  void itBuildsOnceAndAgainWhenASourceChanged() throws Exception {
    assertTrue(builds());
    assertFalse(builds());
    Files.writeString(home.resolve("app/cli/src/test/B.java"), "// later");
    Files.writeString(home.resolve("app/cli/README.md"), "later");
    setLater(home.resolve("app/cli/src/test/B.java"));
    setLater(home.resolve("app/cli/README.md"));
    assertFalse(builds());
    setLater(home.resolve("app/cli/src/main/A.java"));
    assertTrue(builds());
  }

  private static void setLater(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  @Test
  void aLibraryThatIsNoLongerNeededGoes() throws Exception {
    write(home.resolve("app/cli/target/lib/old.jar"), "");
    assertTrue(builds());
    assertFalse(Files.exists(home.resolve("app/cli/target/lib/old.jar")));
  }

  @Test
  void aBuildThatFailsSaysWhere() throws Exception {
    script(folder.resolve("bin/mvn"), "echo '[ERROR] no network'; exit 1");
    Cli run = launch(Map.of("JAVA_HOME", jdk.toString()), "--version");
    assertEquals(70, run.status());
    assertTrue(run.err().contains("[ERROR] no network\nsafeguard: the build failed; "), run.err());
    assertEquals("", run.out());
  }

  @Test
  void withoutAJdkItSaysWhatToDo() throws Exception {
    Path launcher = home.resolve("safeguard");
    Files.writeString(
        launcher,
        Files.readString(launcher, StandardCharsets.UTF_8).replace("lowest=25", "lowest=99"));
    assertEquals(
        new Cli(
            2,
            "",
            "safeguard: needs a JDK 99 or later, and found none in JAVA_HOME, on the PATH or in the"
                + " usual places.\n"
                + "safeguard: Install one, for example Eclipse Temurin 99, or set JAVA_HOME to where"
                + " it is.\n"),
        launch(Map.of("JAVA_HOME", jdk.toString()), "--version"));
  }
}
