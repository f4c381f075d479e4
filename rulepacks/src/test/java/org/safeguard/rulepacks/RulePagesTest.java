package org.safeguard.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safeguard.rules.PackException;
import org.safeguard.rules.PackLoader;
import org.safeguard.rules.PackPages;

/// The pages under `docs/rules/` are those of the pack. To write them anew:
/// `mvn test -pl rulepacks -Dtest=RulePagesTest -Dsafeguard.pages=write`.
class RulePagesTest {

  private static final String PACK = "hipaa-container-safeguards";
  private static final Path FOLDER = Path.of("..", "docs", "rules");

  @Test
  void pagesAreThoseOfThePack() throws Exception {
    SortedMap<String, String> pages = generated();
    if ("write".equals(System.getProperty("safeguard.pages"))) {
      write(pages);
    }
    SortedMap<String, String> present = present();
    String remedy = "; write the pages anew with -Dtest=RulePagesTest -Dsafeguard.pages=write";
    assertEquals(pages.keySet(), present.keySet(), "pages" + remedy);
    pages.forEach((name, text) -> assertEquals(text, present.get(name), name + remedy));
  }

  private static SortedMap<String, String> generated() throws PackException {
    Path directory = Path.of(PACK).toAbsolutePath();
    return PackPages.pages(PackLoader.load(directory), directory);
  }

  private static SortedMap<String, String> present() throws IOException {
    SortedMap<String, String> present = new TreeMap<>();
    if (Files.isDirectory(FOLDER)) {
      try (Stream<Path> files = Files.list(FOLDER)) {
        for (Path file : files.toList()) {
          present.put(file.getFileName().toString(), Files.readString(file));
        }
      }
    }
    return present;
  }

  private static void write(SortedMap<String, String> pages) throws IOException {
    Files.createDirectories(FOLDER);
    for (String old : present().keySet()) {
      Files.delete(FOLDER.resolve(old));
    }
    for (var page : pages.entrySet()) {
      Files.writeString(FOLDER.resolve(page.getKey()), page.getValue());
    }
  }
}
