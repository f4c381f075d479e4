package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;

/// Reads what the collector script writes beside the objects: what it is, what it could read, and
/// what it asked.
final class Collection {

  static final String FORMAT = "collection";

  private static final Pattern TABLE = Pattern.compile("(?:.*[/!])?(coverage|log)\\.tsv");
  private static final Pattern OBJECTS = Pattern.compile("(?:.*[/!])?objects/([^/]+)\\.json");
  private static final int NEWEST = 1;
  private static final int LARGEST_TABLE = 16 << 20;
  private static final int LONGEST_CELL = 2_000;

  /// A type that moved between groups has a row for each; what was read counts.
  private static final BinaryOperator<TypeCoverage> OF_BOTH =
      (first, second) ->
          second.state() == Coverage.CAPTURED || first.state() == Coverage.ABSENT ? second : first;

  private Collection() {}

  /// Takes the description of a collection.
  ///
  /// @return whether it was one
  static boolean note(ObjectNode document, Harvest harvest) {
    if (document.text("format").filter("safeguard-collection"::equals).isEmpty()) {
      return false;
    }
    harvest.notes.collection = true;
    document.text("collectedAt").ifPresent(at -> harvest.capturedAt = SourceHints.instant(at));
    document
        .text("serverVersion")
        .filter(version -> !version.isEmpty())
        .ifPresent(v -> harvest.kubernetesVersion = v.startsWith("v") ? v.substring(1) : v);
    harvest.cluster =
        document.text("server").or(() -> document.text("context")).orElse(harvest.cluster);
    if (document.number("formatVersion").filter(version -> version > NEWEST).isPresent()) {
      harvest.skip(
          "collection.json",
          document.line(),
          Skipped.Kind.OTHER_FILE,
          "a collector newer than this tool wrote it; what is new in it is not read");
    }
    return true;
  }

  /// Remembers a list that the collector wrote.
  static void noteFile(String file, Harvest harvest) {
    Matcher objects = OBJECTS.matcher(file);
    if (objects.matches()) {
      harvest.notes.collected.add(objects.group(1));
    }
  }

  static boolean isTable(String file) {
    return TABLE.matcher(file).matches();
  }

  /// Takes one of the tables; a line that is no row of it is passed over.
  static void readTable(String file, InputStream in, Harvest harvest) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_TABLE);
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean coverage = file.endsWith("coverage.tsv");
    text.lines()
        .map(line -> Arrays.asList(line.strip().split("\t", -1)))
        .forEach(
            row -> {
              if (coverage) {
                coverage(row)
                    .ifPresent(entry -> harvest.notes.stated.merge(entry.type(), entry, OF_BOTH));
              } else {
                request(row).ifPresent(harvest.notes.requests::add);
              }
            });
  }

  private static Optional<TypeCoverage> coverage(List<String> row) {
    if (row.size() < 4 || row.get(1).isEmpty()) {
      return Optional.empty();
    }
    ResourceType type = KnownTypes.of(row.get(2), row.get(1));
    String cause = row.size() > 4 ? cell(row.get(4)) : "";
    return state(row.get(3)).map(state -> new TypeCoverage(type, state, 0, cause));
  }

  private static Optional<Coverage> state(String word) {
    return Arrays.stream(Coverage.values())
        .filter(state -> state.name().equals(word.strip().toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static Optional<CaptureRequest> request(List<String> row) {
    Instant at = row.size() < 5 ? null : SourceHints.instant(row.get(0));
    if (at == null) {
      return Optional.empty();
    }
    return Optional.of(
        new CaptureRequest(
            at,
            "kubectl",
            cell(row.get(2)),
            (int) number(row.get(3)),
            Math.max(0, number(row.get(4)))));
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String cell(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
  }
}
