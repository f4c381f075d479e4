package org.safeguard.desktop.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.safeguard.desktop.text.Messages;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class FxTaskRunnerTest {

  private final FxTaskRunner runner = new FxTaskRunner(new Failures(new Messages(Locale.ENGLISH)));
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  private final TaskEvents<String> events =
      new TaskEvents<>() {
        @Override
        public void progressed(String message, double fraction) {
          told.add(message);
        }

        @Override
        public void succeeded(String result) {
          end("succeeded " + result);
        }

        @Override
        public void cancelled() {
          end("cancelled");
        }

        @Override
        public void failed(Failure failure) {
          end("failed " + failure.what());
        }

        private void end(String what) {
          told.add(what + (Platform.isFxApplicationThread() ? "" : " on the wrong thread"));
          over.countDown();
        }
      };

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void manyReportsBecomeFewAndTheLastIsKept() throws Exception {
    start(
        progress -> {
          for (int i = 0; i <= 100_000; i++) {
            progress.report("Object " + i, i / 100_000.0);
          }
          return "all";
        });
    assertEquals("succeeded all", told.getLast());
    assertEquals("Object 100000", told.get(told.size() - 2));
    assertTrue(told.size() < 1000, () -> told.size() + " updates");
  }

  @Test
  void cancelEndsTheWorkAtItsNextStep() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    RunningTask running =
        WaitForAsyncUtils.waitForAsyncFx(
            5000,
            () ->
                runner.start(
                    progress -> {
                      while (true) {
                        inside.countDown();
                        progress.checkCancelled();
                      }
                    },
                    events));
    assertTrue(inside.await(10, TimeUnit.SECONDS));
    running.cancel();
    assertTrue(over.await(10, TimeUnit.SECONDS));
    assertEquals(List.of("cancelled"), told);
  }

  @Test
  void aFaultIsToldWithItsCode() throws Exception {
    start(
        _ -> {
          throw new IllegalStateException("a bug");
        });
    assertTrue(told.getLast().startsWith("failed Something went wrong in this program (code "));
  }

  private void start(Work<String> work) throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> runner.start(work, events));
    assertTrue(over.await(10, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
