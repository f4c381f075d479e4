package org.safeguard.desktop.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.Parts;

class StartViewModelTest {

  @TempDir Path folder;

  @Test
  void missingEngagementsAreShownAsSuchAndNotOpened() throws Exception {
    Parts parts = new Parts(folder);
    Path here = Files.createFile(folder.resolve("here.safeguard"));
    Path gone = folder.resolve("gone.safeguard");
    parts.recent.add(gone);
    parts.recent.add(here);
    StartViewModel model = new StartViewModel(parts.session, parts.recent, () -> {});
    assertEquals(
        List.of(new RecentEntry(here, false), new RecentEntry(gone, true)), model.recent());
    model.open(model.recent().get(1));
    assertEquals(List.of(), parts.useCases.calls);
    model.open(model.recent().get(0));
    assertEquals(List.of("open here.safeguard"), parts.useCases.calls);
    model.forget(new RecentEntry(gone, true));
    assertEquals(List.of(new RecentEntry(here, false)), model.recent());
  }

  @Test
  void aFileThatVanishesMeanwhileIsNoticed() throws Exception {
    Parts parts = new Parts(folder);
    Path file = Files.createFile(folder.resolve("here.safeguard"));
    parts.recent.add(file);
    StartViewModel model = new StartViewModel(parts.session, parts.recent, () -> {});
    Files.delete(file);
    model.open(model.recent().getFirst());
    assertEquals(List.of(new RecentEntry(file, true)), model.recent());
  }
}
