package org.safeguard.engagement;

import java.nio.file.Path;
import java.sql.SQLException;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What SQLite says, in words that help.
final class Faults {

  private record Fault(String why, String remedy) {}

  private Faults() {}

  static UnreadableInputException unreadable(Path file, SQLException e) {
    Fault fault = fault(e);
    return new UnreadableInputException(file.toString(), fault.why(), fault.remedy(), e);
  }

  static UnreadableInputException unreadable(Path file, DamagedException e) {
    Fault fault = damaged(String.valueOf(e.getMessage()));
    return new UnreadableInputException(file.toString(), fault.why(), fault.remedy(), e);
  }

  static EngagementNotSavedException notSaved(Path file, SQLException e) {
    Fault fault = fault(e);
    return new EngagementNotSavedException(file.toString(), fault.why(), fault.remedy(), e);
  }

  static EngagementNotSavedException notSaved(Path file, DamagedException e) {
    Fault fault = damaged(String.valueOf(e.getMessage()));
    return new EngagementNotSavedException(file.toString(), fault.why(), fault.remedy(), e);
  }

  private static Fault fault(SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.getErrorCode(e.getErrorCode());
    // Extended codes carry the plain one in their lowest byte.
    return switch (code.code & 0xff) {
      case 5, 6 ->
          new Fault(
              "another program is using this engagement file",
              "Close it there, or wait until it is done, and try again");
      case 8 ->
          new Fault(
              "the engagement file is read-only",
              "Make it writable, or copy it to a folder you can write to");
      case 10 ->
          new Fault(
              "the disk reported an error",
              "Check the disk or network drive, or copy the file to another one");
      case 13 ->
          new Fault("the disk is full", "Free some space and try again; nothing was changed");
      case 14 ->
          new Fault(
              "the engagement file cannot be opened",
              "Check that you may read and write the file and its folder");
      default -> damaged(String.valueOf(e.getMessage()));
    };
  }

  private static Fault damaged(String detail) {
    return new Fault(
        "the engagement file is damaged (" + detail + ")", "Open your latest copy of it instead");
  }
}
