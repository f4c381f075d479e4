package org.safeguard.desktop.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.safeguard.desktop.text.Messages;
import org.safeguard.model.snapshot.UnreadableInputException;

class FailuresTest {

  private final Failures failures = new Failures(new Messages(Locale.ENGLISH));

  @Test
  void brokenInputSaysWhereWhyAndWhatToDo() {
    assertEquals(
        new Failure("a.json:7: the text ends early", "Copy the file again", ""),
        failures.of(
            new UnreadableInputException(
                "a.json:7", "the text ends early", "Copy the file again")));
  }

  @Test
  void ordinaryFileTroubleIsNoFaultOfOurs() {
    assertEquals("", failures.of(new AccessDeniedException("/x")).code());
    assertEquals("", failures.of(new IOException("No space left on device")).code());
  }

  @Test
  void theSameFaultHasTheSameCode() {
    Failure first = failures.of(fault("one"));
    Failure second = failures.of(fault("two"));
    assertEquals(8, first.code().length());
    assertEquals(first, second);
  }

  private static IllegalStateException fault(String message) {
    IllegalStateException fault = new IllegalStateException(message);
    fault.setStackTrace(new StackTraceElement[] {new StackTraceElement("A", "b", "A.java", 1)});
    return fault;
  }
}
