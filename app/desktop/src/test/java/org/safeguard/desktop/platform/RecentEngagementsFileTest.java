package org.safeguard.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentEngagementsFileTest {

  @TempDir Path folder;

  @Test
  void latestComesFirstAndOnlyOnce() {
    RecentEngagements recent = recent();
    Path a = folder.resolve("a.safeguard");
    Path b = folder.resolve("b.safeguard");
    recent.add(a);
    recent.add(b);
    recent.add(a);
    assertEquals(List.of(a, b), recent().list());
  }

  @Test
  void forgottenOnesAreGoneAndTheirFilesStay() throws Exception {
    Path a = Files.createFile(folder.resolve("a.safeguard"));
    recent().add(a);
    recent().forget(a);
    assertEquals(List.of(), recent().list());
    assertEquals(true, Files.exists(a));
  }

  @Test
  void twelveAreKept() {
    IntStream.range(0, 20).forEach(i -> recent().add(folder.resolve(i + ".safeguard")));
    assertEquals(12, recent().list().size());
    assertEquals(folder.resolve("19.safeguard"), recent().list().getFirst());
  }

  @Test
  void linesThatAreNoPathsAreLeftOut() throws Exception {
    Files.createDirectories(folder.resolve("config"));
    Files.writeString(folder.resolve("config/recent-engagements.txt"), "\n\0\n/x/y.safeguard\n");
    assertEquals(List.of(Path.of("/x/y.safeguard")), recent().list());
  }

  @Test
  void aFolderThatCannotBeWrittenIsDoneWithout() throws Exception {
    Files.writeString(folder.resolve("config"), "a file where the folder should be");
    recent().add(folder.resolve("a.safeguard"));
    assertEquals(List.of(), recent().list());
  }

  @Test
  void eachSystemHasItsUsualPlace() {
    Path home = Path.of("/home/x");
    assertEquals(
        home.resolve(".config/safeguard-workbench"), ConfigPlace.of("Linux", home, Map.of()));
    assertEquals(
        Path.of("/elsewhere/safeguard-workbench"),
        ConfigPlace.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/elsewhere")));
    assertEquals(
        home.resolve("Library/Application Support/Safeguard Workbench"),
        ConfigPlace.of("Mac OS X", home, Map.of()));
    assertEquals(
        Path.of("/roaming/Safeguard Workbench"),
        ConfigPlace.of("Windows 11", home, Map.of("APPDATA", "/roaming")));
  }

  private RecentEngagements recent() {
    return new RecentEngagementsFile(new ConfigFolder(folder.resolve("config")));
  }
}
