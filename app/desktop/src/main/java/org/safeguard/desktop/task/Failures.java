package org.safeguard.desktop.task;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HexFormat;
import org.safeguard.desktop.text.Messages;
import org.safeguard.engagement.EngagementNotSavedException;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what was thrown into one clear line with what to do.
public final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Messages messages;

  public Failures(Messages messages) {
    this.messages = messages;
  }

  /// The failure for people; a fault of ours is logged with its code, once, here.
  public Failure of(Throwable thrown) {
    return switch (thrown) {
      case UnreadableInputException e ->
          new Failure(
              messages.text("failure.unreadable", e.where(), sentence(e.why())), e.remedy(), "");
      case EngagementNotSavedException e ->
          new Failure(
              messages.text("failure.unreadable", e.where(), sentence(e.why())), e.remedy(), "");
      case AccessDeniedException e ->
          ordinary("failure.denied", "failure.denied.remedy", e.getFile());
      case NoSuchFileException e ->
          ordinary("failure.missing", "failure.missing.remedy", e.getFile());
      case FileSystemException e when e.getReason() != null ->
          ordinary("failure.file", "failure.file.remedy", e.getFile(), e.getReason());
      case IOException e ->
          ordinary("failure.io", "failure.io.remedy", String.valueOf(e.getMessage()));
      case OutOfMemoryError _ -> ordinary("failure.memory", "failure.memory.remedy");
      default -> fault(thrown);
    };
  }

  private Failure ordinary(String what, String remedy, Object... arguments) {
    return new Failure(messages.text(what, arguments), messages.text(remedy), "");
  }

  private Failure fault(Throwable thrown) {
    String code = code(thrown);
    LOG.error("Fault {}", code, thrown);
    return new Failure(
        messages.text("failure.fault", code), messages.text("failure.fault.remedy"), code);
  }

  private static String sentence(String why) {
    return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
  }

  /// The same place in the code gives the same code, whatever the input was.
  private static String code(Throwable thrown) {
    int hash = thrown.getClass().getName().hashCode();
    for (StackTraceElement element : thrown.getStackTrace()) {
      hash = 31 * hash + element.getMethodName().hashCode();
    }
    return HexFormat.of().withUpperCase().toHexDigits(hash);
  }
}
