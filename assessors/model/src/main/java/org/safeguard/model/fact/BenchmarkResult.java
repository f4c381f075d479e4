package org.safeguard.model.fact;

/// One check of an imported benchmark report.
///
/// @param name of the report
/// @param provenance where the values were read
public record BenchmarkResult(String name, Provenance provenance) implements Fact {}
