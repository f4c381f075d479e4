package org.safeguard.model.snapshot;

import java.util.List;

/// How a snapshot came about: what was asked of the cluster, and what was taken out of the answers.
///
/// @param lists one for each list that was asked for, sorted by type and path
/// @param requests every request that was sent, in the order of sending; empty for imported files
/// @param redactions what was taken out, and which literal values were kept, sorted
public record CaptureRecord(
    List<CapturedList> lists, List<CaptureRequest> requests, List<Redaction> redactions) {

  /// Nothing is known of it.
  public static final CaptureRecord NONE = new CaptureRecord(List.of(), List.of(), List.of());

  public CaptureRecord {
    lists = List.copyOf(lists);
    requests = List.copyOf(requests);
    redactions = List.copyOf(redactions);
  }
}
