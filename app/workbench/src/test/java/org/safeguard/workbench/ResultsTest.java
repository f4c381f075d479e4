package org.safeguard.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// What is refused before the work starts, and what is left when it ends early.
final class ResultsTest {

  @TempDir Path folder;

  private final Workbench workbench = Fixture.workbench();

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private AssessmentRequest workbookTo(Path workbook, Path json) {
    return new AssessmentRequest(
        Fixture.sources(Fixture.CLINIC), null, workbook, json, List.of(Fixture.PACK), null, null);
  }

  private String refusal(AssessmentRequest request) {
    List<String> steps = new ArrayList<>();
    IOException refused =
        assertThrows(
            IOException.class,
            () -> workbench.assess(request, (step, fraction) -> steps.add(step)));
    assertEquals(List.of(), steps, "work was done in vain");
    return String.valueOf(refused.getMessage()).replace(folder.toString(), "");
  }

  @Test
  void aMissingFolderIsNamedBeforeTheWork() throws Exception {
    assertEquals(
        "/no/c.xlsx: there is no folder /no. Make it first, or name another",
        refusal(workbookTo(folder.resolve("no/c.xlsx"), folder.resolve("c.json"))));
    assertEquals(List.of(), left());
  }

  @Test
  void aFolderIsNoFile() {
    assertEquals(
        ": it is a folder, not a file. Add a file name",
        refusal(workbookTo(folder.resolve("c.xlsx"), folder)));
  }

  @Test
  void resultsOverwriteNeitherEachOtherNorTheSource() throws Exception {
    Path one = folder.resolve("one");
    assertTrue(
        refusal(workbookTo(one, folder.resolve("../" + folder.getFileName() + "/one")))
            .contains("named twice"));
    Path source = Files.copy(Fixture.POLICY, folder.resolve("policy.yaml"));
    AssessmentRequest request =
        new AssessmentRequest(
            Fixture.sources(source), null, source, null, List.of(Fixture.PACK), null, null);
    assertTrue(refusal(request).contains("named twice"));
  }

  @Test
  void whatIsNoEngagementIsLeftAlone() throws Exception {
    Path file = folder.resolve("c.safeguard");
    Files.writeString(file, "notes");
    assertThrows(
        UnreadableInputException.class,
        () -> workbench.assess(Fixture.everything(folder), Progress.NONE));
    assertEquals("notes", Files.readString(file));
    assertEquals(List.of("c.safeguard"), left());
  }

  @Test
  void aScopeFileThatIsMissingOrWrongIsNamed() throws Exception {
    Path scope = folder.resolve("scope.yaml");
    AssessmentRequest request =
        new AssessmentRequest(
            Fixture.sources(Fixture.CLINIC), null, null, null, List.of(Fixture.PACK), scope, null);
    assertThrows(UnreadableInputException.class, () -> workbench.assess(request, Progress.NONE));
    Files.writeString(scope, "designations:\n  - {namespace: a, ephi: stores}\n");
    UnreadableInputException wrong =
        assertThrows(
            UnreadableInputException.class, () -> workbench.assess(request, Progress.NONE));
    assertTrue(wrong.where().endsWith("scope.yaml:2"), wrong.where());
  }

  @Test
  void aSourceThatIsMissingLeavesNothing() throws Exception {
    AssessmentRequest all = Fixture.everything(folder);
    AssessmentRequest request =
        new AssessmentRequest(
            Fixture.sources(Fixture.CLINIC, folder.resolve("none")),
            all.engagement(),
            all.workbook(),
            all.json(),
            all.packs(),
            null,
            null);
    assertThrows(UnreadableInputException.class, () -> workbench.assess(request, Progress.NONE));
    assertEquals(List.of(), left());
  }

  @Test
  void cancelAtAnyStepLeavesNothingHalf() throws Exception {
    Set<String> steps = new LinkedHashSet<>();
    workbench.assess(Fixture.everything(folder), (step, fraction) -> steps.add(step));
    for (String file : left()) {
      Files.delete(folder.resolve(file));
    }
    steps.remove("Done");
    steps.remove("Workbook written");
    for (String step : steps) {
      assertThrows(
          CancelledException.class,
          () -> workbench.assess(Fixture.everything(folder), cancellingAt(step)),
          step);
      assertTrue(List.of(List.of(), List.of("c.safeguard")).contains(left()), step + left());
      if (Files.exists(folder.resolve("c.safeguard"))) {
        // The run was saved before the cancel came: then it is whole.
        try (OpenEngagement open = workbench.open(folder.resolve("c.safeguard"))) {
          assertEquals(1, open.runs().size());
        }
        Files.delete(folder.resolve("c.safeguard"));
      }
    }
  }

  private static Progress cancellingAt(String step) {
    return (message, fraction) -> {
      if (message.equals(step)) {
        throw new CancelledException();
      }
    };
  }
}
