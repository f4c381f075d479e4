package org.safeguard.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path FILE =
      Path.of(
          "src", "main", "resources", "org", "safeguard", "desktop", "text", "messages.properties");

  /// Any string literal that looks like a key of ours: lower-case words, a dot, more of them.
  private static final Pattern KEY =
      Pattern.compile("\"([a-z]+(?:\\.[a-z0-9]+(?:-[a-z0-9]+)*)+)\"");

  /// Literals of that form that are no keys.
  private static final Set<String> NO_KEYS = Set.of("os.name", "user.home");

  @Test
  void everyKeyInTheSourcesHasAText() throws IOException {
    Set<String> missing = new TreeSet<>(usedKeys());
    missing.removeAll(keys());
    assertEquals(
        "",
        String.join("\n", missing.stream().map(key -> key + " = ").toList()),
        "add these lines to messages.properties:");
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> unused = new TreeSet<>(keys());
    unused.removeAll(usedKeys());
    assertEquals("", String.join("\n", unused), "remove these keys from messages.properties:");
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    Set<String> seen = new HashSet<>();
    List<String> twice = keys().stream().filter(key -> !seen.add(key)).toList();
    assertEquals("", String.join("\n", twice), "keep one of each in messages.properties:");
  }

  @Test
  void keysAreSortedWithinTheFile() throws IOException {
    List<String> sorted = keys().stream().sorted().toList();
    assertEquals(String.join("\n", sorted), String.join("\n", keys()));
  }

  @Test
  void noTextHasAQuoteThatWouldVanish() throws IOException {
    assertEquals(List.of(), lines().stream().filter(line -> line.contains("'")).toList());
  }

  @Test
  void placesAreFilledIn() {
    Messages messages = new Messages(Locale.ENGLISH);
    assertEquals("Assessing dump", messages.text("session.assessing", "dump", 0));
    assertEquals("Assessing dump and 2 more", messages.text("session.assessing", "dump", 2));
    assertEquals("40%", messages.text("run.percent", 0.4));
  }

  private static List<String> keys() throws IOException {
    return lines().stream().map(line -> line.substring(0, line.indexOf(" = "))).toList();
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(FILE).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static Set<String> usedKeys() throws IOException {
    Set<String> groups = new HashSet<>();
    keys().forEach(key -> groups.add(key.substring(0, key.indexOf('.'))));
    Set<String> used = new TreeSet<>();
    for (String source : sources()) {
      Matcher literals = KEY.matcher(source);
      while (literals.find()) {
        String key = literals.group(1);
        if (!NO_KEYS.contains(key)
            && !key.endsWith(".css")
            && groups.contains(key.substring(0, key.indexOf('.')))) {
          used.add(key);
        }
      }
    }
    return used;
  }

  private static List<String> sources() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }
}
