package org.safeguard.remediation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// Collects the values that failed verdicts propose, and writes one JSON patch for each object
/// ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)).
final class Patches {

  /// What Kubernetes does not let anyone change in place: the object has to be made anew.
  private static final Set<String> FIXED = Set.of("Pod", "Job");

  /// Kinds that somebody else makes; what they are made from has to change.
  private static final Set<String> MADE = Set.of("ReplicaSet");

  /// A value with the verdict that proposes it.
  record Proposal(Verdict verdict, ProposedValue value) {}

  private final Map<ResourceKey, Resource> objects = new HashMap<>();
  private final Map<String, List<Proposal>> proposals = new TreeMap<>();
  private final Map<String, Resource> targets = new HashMap<>();
  private final Set<String> covered = new HashSet<>();

  Patches(Snapshot snapshot) {
    snapshot.resources().forEach(resource -> objects.putIfAbsent(resource.key(), resource));
  }

  void add(Verdict verdict) {
    ObjectReference object = verdict.subject().object();
    Resource resource =
        objects.get(
            new ResourceKey(
                group(object.apiVersion()), object.kind(), object.namespace(), object.name()));
    if (resource == null
        || !(verdict.outcome() instanceof Outcome.Failed(String _, List<ProposedValue> values))) {
      return;
    }
    String file = file(object);
    for (ProposedValue value : values) {
      targets.put(file, resource);
      proposals.computeIfAbsent(file, _ -> new ArrayList<>()).add(new Proposal(verdict, value));
    }
  }

  /// Whether a patch does what a verdict asks for.
  boolean covers(Verdict verdict) {
    return covered.contains(verdict.id());
  }

  /// The patches by path.
  Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    proposals.forEach(
        (file, values) -> {
          Resource resource = targets.get(file);
          if (resource != null) {
            values.sort(order());
            ObjectPatch patch = new ObjectPatch(resource, values);
            String text = patch.text();
            covered.addAll(patch.verdicts());
            if (!patch.isEmpty()) {
              files.put(file, text);
            }
          }
        });
    return files;
  }

  /// Severe ones first, so that they win where two want different values.
  private static Comparator<Proposal> order() {
    return Comparator.comparing((Proposal p) -> p.verdict().rule().severity())
        .thenComparing(p -> p.verdict().rule().id())
        .thenComparing(p -> p.value().pointer());
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static String file(ObjectReference object) {
    String folder =
        FIXED.contains(object.kind()) || MADE.contains(object.kind()) ? "recreate/" : "patches/";
    String namespace = object.namespace().isEmpty() ? "_cluster" : object.namespace();
    return folder
        + FileNames.safe(namespace)
        + "/"
        + object.kind().toLowerCase(Locale.ROOT)
        + "-"
        + FileNames.safe(object.name())
        + ".yaml";
  }
}
