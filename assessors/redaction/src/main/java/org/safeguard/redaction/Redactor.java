package org.safeguard.redaction;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.tree.ObjectNode;

/// Takes secrets and health data out of Kubernetes objects. For one thread at a time: it counts
/// what it takes out and knows equal values again.
public final class Redactor {

  private static final Set<String> DROPPED_KEYS = droppedKeysOfAll();

  private final Profile profile;
  private final Tally tally = new Tally();
  private final Fingerprints fingerprints = new Fingerprints();
  private final Places places = new Places();
  private final Annotations annotations = new Annotations();

  public Redactor(Profile profile) {
    this.profile = profile;
  }

  /// The object without its secrets. Keys, lengths of sequences and lines stay as they are, except
  /// that [#droppedKeys] are gone, and parts without secrets are shared with `object`.
  public ObjectNode clean(ObjectNode object) {
    Literals literals = new Literals(profile, Types.of(object), tally, fingerprints, places);
    return new Cleaning(literals, annotations).clean(object);
  }

  /// Members that a parser may skip without looking at them: what the API server adds, and copies
  /// of whole objects.
  public static Set<String> droppedKeys() {
    return DROPPED_KEYS;
  }

  /// What was taken out and which literal values were kept so far, sorted.
  public List<Redaction> report() {
    return tally.rows();
  }

  private static Set<String> droppedKeysOfAll() {
    Set<String> keys = new HashSet<>(Annotations.COPIES);
    keys.add(Cleaning.MANAGED_FIELDS);
    return Set.copyOf(keys);
  }
}
