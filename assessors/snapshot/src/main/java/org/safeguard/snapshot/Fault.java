package org.safeguard.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.safeguard.bundle.UnsoundBundleException;

/// Why reading failed, in words for the user.
///
/// @param why the cause
/// @param remedy what the user can do
record Fault(String why, String remedy) {

  static Fault of(IOException e) {
    return switch (e) {
      case RefusedException refused -> new Fault(refused.why(), refused.remedy());
      case UnsoundBundleException unsound -> new Fault(unsound.why(), unsound.remedy());
      case NoSuchFileException _ ->
          new Fault("there is no such file or directory", "Check the path");
      case AccessDeniedException _ ->
          new Fault("no permission to read it", "Ask its owner for permission, or copy it");
      case EOFException _ -> new Fault("it is cut off in the middle", "Copy or download it again");
      default ->
          new Fault(
              "it is damaged or cannot be read (" + message(e) + ")", "Copy or download it again");
    };
  }

  private static String message(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
