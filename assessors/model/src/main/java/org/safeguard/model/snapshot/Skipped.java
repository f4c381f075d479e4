package org.safeguard.model.snapshot;

/// A part of a source that is no Kubernetes object, or a second copy of one: counted and named,
/// never fatal.
///
/// @param file the file or archive entry
/// @param line where it starts, from 1; 0 for the whole file
/// @param kind what sort of part it is
/// @param reason in plain words, with what to do where something can be done
public record Skipped(String file, int line, Kind kind, String reason) {

  /// The sorts of parts that are left out.
  public enum Kind {
    /// A Helm template or other YAML that is not Kubernetes.
    NOT_KUBERNETES,
    /// A file that is neither YAML nor JSON.
    OTHER_FILE,
    /// An object that is in the snapshot already, from another file or document.
    DUPLICATE,
    /// An object that differs from one of the same identity which was read first.
    CONFLICT,
    /// A file that could not be parsed.
    UNREADABLE
  }
}
