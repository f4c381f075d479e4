package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.model.progress.Progress;

final class CompareTest {

  private static final Path TEXT = Path.of("src/test/resources/golden/comparison.txt");
  private static final Path JSON = Path.of("src/test/resources/golden/comparison.json");

  @TempDir private Path folder;

  @Test
  void everyCellIsAsItWas() throws IOException {
    Path file = written(ClinicLater.verdicts(), ClinicLater.objects());
    byte[] bytes = Files.readAllBytes(file); // reading the cells writes the file anew
    String text = WorkbookText.of(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(TEXT, text);
    }
    assertEquals(Files.readString(TEXT), text, "see it and run with -Dgolden.update=true");
    assertArrayEquals(
        bytes, Files.readAllBytes(written(ClinicLater.verdicts(), ClinicLater.objects())));
  }

  @Test
  void objectsAloneOrVerdictsAloneAreAComparisonToo() throws IOException {
    assertEquals(
        List.of("Summary", "Verdict moves", "Objects", "Cannot tell"),
        sheets(written(null, ClinicLater.objects())));
    assertEquals(
        List.of("Summary", "Verdict moves", "Objects", "Cannot tell"),
        sheets(written(ClinicLater.verdicts(), null)));
  }

  @Test
  void theSchemaIsAsItWas() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CompareJson.write(ClinicLater.verdicts(), ClinicLater.objects(), out);
    String json = out.toString(StandardCharsets.UTF_8);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(JSON, json);
    }
    assertEquals(Files.readString(JSON), json, "see it and run with -Dgolden.update=true");
  }

  @Test
  void whatWasNotComparedIsNull() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CompareJson.write(null, null, out);
    assertEquals(
        """
        {
          "schema" : "safeguard-comparison/1",
          "objects" : null,
          "assessments" : null
        }
        """,
        out.toString(StandardCharsets.UTF_8));
  }

  private Path written(@Nullable AssessmentChanges verdicts, @Nullable ObjectChanges objects)
      throws IOException {
    Path file = folder.resolve("comparison.xlsx");
    CompareWorkbook.write(verdicts, objects, file, Progress.NONE);
    return file;
  }

  private static List<String> sheets(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(file.toString())) {
      return Stream.iterate(0, i -> i < book.getNumberOfSheets(), i -> i + 1)
          .map(book::getSheetAt)
          .map(Sheet::getSheetName)
          .toList();
    }
  }
}
