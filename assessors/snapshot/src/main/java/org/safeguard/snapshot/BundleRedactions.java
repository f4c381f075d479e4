package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Redaction;

/// What was taken out of a source: by whoever captured it, and by this reading of it.
final class BundleRedactions {

  private BundleRedactions() {}

  static CaptureRecord record(Harvest harvest) {
    CaptureRecord bundle = harvest.bundle.record();
    return new CaptureRecord(
        bundle.lists(), requests(bundle, harvest), redactions(bundle.redactions(), harvest));
  }

  private static List<CaptureRequest> requests(CaptureRecord bundle, Harvest harvest) {
    List<CaptureRequest> requests = new ArrayList<>(bundle.requests());
    requests.addAll(harvest.notes.requests);
    return requests;
  }

  /// A bundle tells of its capture what nobody can see in it any more. What this reading kept was
  /// already counted then, unless this reading took more out.
  private static List<Redaction> redactions(List<Redaction> captured, Harvest harvest) {
    boolean more = harvest.redactions.stream().anyMatch(redaction -> !redaction.kept());
    if (harvest.bundle.manifest() != null && !more && !captured.isEmpty()) {
      return captured;
    }
    List<Redaction> all = new ArrayList<>(harvest.redactions);
    captured.stream().filter(redaction -> !redaction.kept()).forEach(all::add);
    return summed(all);
  }

  private static List<Redaction> summed(List<Redaction> all) {
    Map<Redaction, Long> counts = new TreeMap<>();
    for (Redaction one : all) {
      Redaction place = new Redaction(one.type(), one.path(), one.reason(), one.kept(), 0);
      counts.merge(place, one.count(), Long::sum);
    }
    List<Redaction> summed = new ArrayList<>();
    counts.forEach(
        (place, count) ->
            summed.add(
                new Redaction(place.type(), place.path(), place.reason(), place.kept(), count)));
    return summed;
  }
}
