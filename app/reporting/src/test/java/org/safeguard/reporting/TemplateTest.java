package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateTest {

  private static final Path TEMPLATE = Path.of("../../reports-templates/risk-analysis.xlsx");
  private static final Path MANIFEST = Path.of("../../reports-templates/risk-analysis.yaml");

  private static final Path COMPARISON = Path.of("../../reports-templates/comparison.xlsx");
  private static final Path COMPARISON_MANIFEST =
      Path.of("../../reports-templates/comparison.yaml");

  @TempDir private Path folder;

  /// Run with `-Dtemplate.rebuild=true` to write the built-in template anew.
  @Test
  void theBuiltInTemplateIsWhatTheGeneratorMakes() throws IOException {
    if (Boolean.getBoolean("template.rebuild")) {
      TemplateGenerator.write(TEMPLATE);
    }
    Path made = folder.resolve("made.xlsx");
    TemplateGenerator.write(made);
    assertEquals(contents(made), contents(TEMPLATE), "run with -Dtemplate.rebuild=true");
  }

  @Test
  void theTemplateOfAComparisonIsWhatTheGeneratorMakes() throws IOException {
    if (Boolean.getBoolean("template.rebuild")) {
      ComparisonTemplate.write(COMPARISON);
    }
    Path made = folder.resolve("made.xlsx");
    ComparisonTemplate.write(made);
    assertEquals(contents(made), contents(COMPARISON), "run with -Dtemplate.rebuild=true");
  }

  @Test
  void theManifestOfAComparisonNamesEveryRangeAndPlaceholder() throws IOException {
    String manifest = Files.readString(COMPARISON_MANIFEST);
    List<String> needed = new ArrayList<>(CompareWorkbook.names());
    needed.removeIf(name -> Pattern.compile("name: " + name + "\\b").matcher(manifest).find());
    new Comparison(null, null)
        .placeholders().keySet().stream()
            .filter(name -> !manifest.contains("${" + name + "}"))
            .forEach(needed::add);
    assertEquals(List.of(), needed);
  }

  @Test
  void theManifestNamesEveryRangeThatTheSheetsNeed() throws IOException {
    String manifest = Files.readString(MANIFEST);
    List<String> missing =
        Workbook.names().stream()
            .filter(name -> !Pattern.compile("name: " + name + "\\b").matcher(manifest).find())
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void theManifestNamesEveryPlaceholder() throws IOException {
    String manifest = Files.readString(MANIFEST);
    List<String> named =
        Pattern.compile("\\$\\{([a-z-]+)}")
            .matcher(manifest)
            .results()
            .map((MatchResult match) -> match.group(1))
            .sorted()
            .toList();
    assertEquals(
        CoverValues.of(new Report(Clinic.small())).keySet().stream().sorted().toList(), named);
    assertTrue(named.size() > 10);
  }

  private static SortedMap<String, String> contents(Path file) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        // The picture is compressed by the Java runtime, each in its own way.
        boolean text = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        contents.put(entry.getName(), text ? new String(bytes, "UTF-8") : "");
      }
    }
    return contents;
  }
}
