package org.safeguard.controlplane;

import org.safeguard.model.fact.Reading;

/// What somebody gave a flag.
///
/// @param value as written
/// @param reading the argument, variable or configuration that says so
record FlagValue(String value, Reading reading) {}
