package org.safeguard.controlplane;

import org.safeguard.model.fact.Reading;

/// One word of a command line, and where it stands.
record Word(String text, Reading reading) {}
