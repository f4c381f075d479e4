package org.safeguard.model.snapshot;

/// An input that cannot be read: what, where, why, and what to do, in one line each.
public final class UnreadableInputException extends Exception {

  private final String where;
  private final String why;
  private final String remedy;

  /// @param where the file, with `:line` or `!entry` where known
  /// @param why the cause in plain words
  /// @param remedy what the user can do
  public UnreadableInputException(String where, String why, String remedy) {
    super(oneLine(where + ": " + why + ". " + remedy));
    this.where = where;
    this.why = why;
    this.remedy = remedy;
  }

  /// The same, keeping the technical cause for the log.
  public UnreadableInputException(String where, String why, String remedy, Throwable cause) {
    this(where, why, remedy);
    initCause(cause);
  }

  /// The file, with `:line` or `!entry` where known.
  public String where() {
    return where;
  }

  /// The cause in plain words.
  public String why() {
    return why;
  }

  /// What the user can do.
  public String remedy() {
    return remedy;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
