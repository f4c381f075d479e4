package org.safeguard.model.snapshot;

import java.time.Instant;

/// One request that was sent to the API server.
///
/// @param at when it was sent
/// @param method the HTTP method
/// @param path with the query, a `continue` token cut to its first characters
/// @param status the HTTP status; 0 when there was no answer
/// @param bytes of the answer's body as read
public record CaptureRequest(Instant at, String method, String path, int status, long bytes) {}
