package org.safeguard.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.look.Pressable;
import org.safeguard.desktop.usecase.WorkbenchUseCases;
import org.safeguard.workbench.ExportFormat;
import org.safeguard.workbench.Workbench;

/// Pictures of every screen with a source of one's own, and how quick the window is with it. Run
/// by hand: `mvn test -pl app/desktop -Dtest=SampleScreensTest -Dscreens.source=FOLDER`, with
/// `-Dscreens.width=1280 -Dscreens.height=860` for another size.
@EnabledIfSystemProperty(named = "screens.source", matches = ".+")
class SampleScreensTest {

  @TempDir Path folder;
  private final Path source = Path.of(System.getProperty("screens.source", "."));
  private final Path screens = Path.of("target", "screens", source.getFileName().toString());
  private TestWindow window;

  @Test
  void everyScreenIsPictured() throws Exception {
    Files.createDirectories(screens);
    Workbench engine = new Workbench(Clock.systemUTC(), "0.1.0");
    window =
        new TestWindow(
            folder,
            new WorkbenchUseCases(engine),
            Integer.getInteger("screens.width", 1000),
            Integer.getInteger("screens.height", 700));
    picture("start");
    assess();
    picture("overview");
    scroll(".overview", 0.35);
    picture("overview-middle");
    scroll(".overview", 0.7);
    picture("overview-late");
    scroll(".overview", 1);
    picture("overview-end");
    findings();
    say("heap after all", usedMegabytes() + " MB");
    window.close();
  }

  private void assess() throws Exception {
    long start = System.nanoTime();
    try (Stalls _ = new Stalls("while assessing")) {
      TestWindow.onFx(() -> window.desktop().session().read(List.of(source)));
      window.until(() -> window.shows("#assess-sources"));
      picture("source");
      TestWindow.onFx(() -> window.desktop().session().assess(null));
      Thread.sleep(600);
      Pictures.take(window, screens, "run");
      window.until(() -> window.shows("#card-FAILED"));
    }
    say("assessed in", milliseconds(start) + " ms, with the pictures");
    say("heap after", usedMegabytes() + " MB");
  }

  private void findings() throws Exception {
    try (Stalls _ = new Stalls("showing the failed ones")) {
      TestWindow.onFx(() -> ((Pressable) window.node("#card-FAILED")).press());
      window.until(() -> window.shows("#evidence"));
    }
    picture("findings");
    scroll("#evidence", 1);
    picture("findings-end");
    try (Stalls _ = new Stalls("showing all")) {
      press("#status-all");
    }
    say("rows", String.valueOf(window.table().getItems().size()));
    picture("findings-all");
    for (String words : List.of("s", "secret", "secret reads", "no such words", "")) {
      try (Stalls _ = new Stalls("filtering by '" + words + "'")) {
        TestWindow.onFx(() -> ((TextField) window.node("#filter")).setText(words));
        window.settle();
      }
      if (words.startsWith("no ")) {
        picture("findings-none");
      }
    }
    sort();
    press("#status-NOT_ASSESSED");
    picture("findings-not-assessed");
    press("#status-PASSED");
    picture("findings-passed");
    TestWindow.onFx(() -> window.desktop().session().export(ExportFormat.XLSX));
    window.until(() -> window.shows("#news"));
    picture("findings-exported");
  }

  private void sort() throws Exception {
    for (int column : List.of(3, 2)) {
      try (Stalls _ = new Stalls("sorting by column " + column)) {
        TestWindow.onFx(() -> sortBy(column));
        window.settle();
      }
    }
    TestWindow.onFx(() -> window.table().getSortOrder().clear());
  }

  private void sortBy(int column) {
    sortBy(window.table(), column);
  }

  private static <T> void sortBy(TableView<T> table, int column) {
    table.getSortOrder().setAll(List.of(table.getColumns().get(column)));
  }

  private void press(String button) {
    TestWindow.onFx(() -> ((ButtonBase) window.node(button)).fire());
    window.settle();
  }

  private void scroll(String pane, double to) {
    TestWindow.onFx(() -> ((ScrollPane) window.node(pane)).setVvalue(to));
  }

  private void picture(String name) throws Exception {
    Pictures.take(window, screens, name);
  }

  private static void say(String what, String figure) {
    System.out.println(what + ": " + figure);
  }

  private static long milliseconds(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static long usedMegabytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  /// The longest time for which the window could not answer.
  private static final class Stalls implements AutoCloseable {
    private final String what;
    private final AtomicLong longest = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().start(this::watch);

    Stalls(String what) {
      this.what = what;
    }

    private void watch() {
      while (!over.get()) {
        long asked = System.nanoTime();
        CountDownLatch answered = new CountDownLatch(1);
        Platform.runLater(answered::countDown);
        try {
          answered.await();
          Thread.sleep(3);
        } catch (InterruptedException e) {
          return;
        }
        longest.accumulateAndGet(milliseconds(asked) - 3, Math::max);
      }
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      thread.join();
      say("longest stall " + what, longest + " ms");
    }
  }
}
