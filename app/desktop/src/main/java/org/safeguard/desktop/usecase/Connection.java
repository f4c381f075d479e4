package org.safeguard.desktop.usecase;

import java.time.Duration;
import org.safeguard.capture.ConnectionCheck;

/// A connection that was tried and works.
///
/// @param found what the server told
/// @param took how long it took to answer, without the time a person took
public record Connection(ConnectionCheck found, Duration took) {}
