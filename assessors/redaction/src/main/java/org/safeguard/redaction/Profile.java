package org.safeguard.redaction;

/// How much is taken out. Values of Secrets and copies of objects always are.
public enum Profile {
  /// Literal values that look like secrets or health data are replaced; the others stay.
  STANDARD,

  /// Literal values of config maps, environment variables, commands and arguments are replaced,
  /// except for security settings that rules need.
  STRICT
}
