package org.safeguard.model.fact;

/// One webhook of a validating or mutating webhook configuration.
///
/// @param name of the configuration
/// @param provenance where the values were read
public record AdmissionWebhook(String name, Provenance provenance) implements Fact {}
