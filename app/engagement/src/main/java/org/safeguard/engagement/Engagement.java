package org.safeguard.engagement;

import java.time.Instant;

/// What an engagement file is about, as the last run that said something said it.
///
/// @param createdAt when the file was created
/// @param client empty when not said
/// @param assessor empty when not said
/// @param title empty when not said
/// @param description of the scope, empty when not said
public record Engagement(
    Instant createdAt, String client, String assessor, String title, String description) {}
