package org.safeguard.capture;

import java.util.List;

/// What a capture will ask, in words, made without sending anything.
///
/// @param server the API server's address
/// @param context the chosen context
/// @param requests what will be asked, in order, one line each
/// @param leftOut what will not be asked and why, one line each
/// @param warnings of the context, and of what will run before
public record CapturePlan(
    String server,
    KubeContext context,
    List<String> requests,
    List<String> leftOut,
    List<String> warnings) {

  public CapturePlan {
    requests = List.copyOf(requests);
    leftOut = List.copyOf(leftOut);
    warnings = List.copyOf(warnings);
  }

  /// The whole plan as lines of text.
  public List<String> lines() {
    List<String> lines = new java.util.ArrayList<>();
    lines.add("Server: " + server + " (context " + context.name() + ")");
    lines.add("Requests, all of them GET:");
    requests.forEach(request -> lines.add("  " + request));
    lines.add("Never asked for:");
    leftOut.forEach(reason -> lines.add("  " + reason));
    warnings.forEach(warning -> lines.add("Warning: " + warning));
    return List.copyOf(lines);
  }
}
