package org.safeguard.model.risk;

/// The five qualitative levels of NIST SP 800-30r1, lowest first.
public enum Level {
  VERY_LOW("Very Low"),
  LOW("Low"),
  MODERATE("Moderate"),
  HIGH("High"),
  VERY_HIGH("Very High");

  private final String title;

  Level(String title) {
    this.title = title;
  }

  /// As SP 800-30r1 writes it.
  public String title() {
    return title;
  }
}
