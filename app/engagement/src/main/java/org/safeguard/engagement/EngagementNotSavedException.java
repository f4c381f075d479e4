package org.safeguard.engagement;

import java.io.IOException;

/// A save that did not happen. The file holds what it held before; the work is still in memory and
/// can be saved again once the cause is gone.
public final class EngagementNotSavedException extends IOException {

  private final String where;
  private final String why;
  private final String remedy;

  EngagementNotSavedException(String where, String why, String remedy, Throwable cause) {
    super((where + ": " + why + ". " + remedy).replaceAll("\\p{Cntrl}+", " "), cause);
    this.where = where;
    this.why = why;
    this.remedy = remedy;
  }

  /// The engagement file.
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
}
