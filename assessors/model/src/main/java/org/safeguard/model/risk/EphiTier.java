package org.safeguard.model.risk;

/// How close an asset is to ePHI, for grouping risks.
public enum EphiTier {
  /// Creates, receives, maintains or transmits ePHI.
  HANDLES("Handles ePHI"),
  /// The platform itself: the cluster and its system components, which reach every workload.
  PLATFORM("Platform"),
  /// Nobody said.
  UNKNOWN("ePHI unknown"),
  /// Designated as not handling ePHI.
  NONE("No ePHI");

  private final String title;

  EphiTier(String title) {
    this.title = title;
  }

  /// For people.
  public String title() {
    return title;
  }

  /// The tier of an ePHI designation; a designation nobody knows counts as [#UNKNOWN].
  public static EphiTier of(String designation) {
    return switch (designation) {
      case "creates", "receives", "maintains", "transmits" -> HANDLES;
      case "none" -> NONE;
      case "platform" -> PLATFORM;
      default -> UNKNOWN;
    };
  }
}
