package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Verdict;

/// The objects that a run speaks of, numbered, because each is named many times.
final class References {

  private final Map<ObjectReference, Integer> numbers = new LinkedHashMap<>();
  // Most are the same few instances over and over, and comparing records is slow at first.
  private final Map<ObjectReference, Integer> instances = new IdentityHashMap<>();

  private References() {}

  /// Numbers every object that `assessment` names, in the order of naming.
  static References of(Assessment assessment) {
    References references = new References();
    for (Asset asset : assessment.assets()) {
      references.put(asset.object());
    }
    for (Verdict verdict : assessment.verdicts()) {
      references.put(verdict.subject().object());
      for (Evidence evidence : verdict.evidence()) {
        references.put(evidence.object());
      }
    }
    return references;
  }

  private void put(ObjectReference object) {
    if (!instances.containsKey(object)) {
      Integer known = numbers.putIfAbsent(object, numbers.size());
      instances.put(object, known == null ? numbers.size() - 1 : known);
    }
  }

  /// The number of an object, one of the very instances that [#of] saw. Safe for several threads.
  int number(ObjectReference object) {
    Integer number = instances.get(object);
    if (number == null) {
      throw new IllegalArgumentException("Not numbered: " + object);
    }
    return number;
  }

  void save(Database database, long run) throws SQLException {
    try (Batch rows = database.batch("runs/insert_reference")) {
      for (Map.Entry<ObjectReference, Integer> entry : numbers.entrySet()) {
        ObjectReference object = entry.getKey();
        rows.add(
            run,
            entry.getValue(),
            object.apiVersion(),
            object.kind(),
            object.namespace(),
            object.name(),
            object.uid(),
            object.resourceVersion());
      }
      rows.flush();
    }
  }

  /// The objects of a run, each at its number.
  static List<ObjectReference> read(Database database, long run) throws SQLException {
    return database.list("runs/references", References::reference, run);
  }

  /// @throws DamagedException when there is no such number
  static ObjectReference at(List<ObjectReference> references, long number) {
    if (number < 0 || number >= references.size()) {
      throw new DamagedException("no object " + number);
    }
    return references.get((int) number);
  }

  private static ObjectReference reference(Row row) throws SQLException {
    return new ObjectReference(
        row.text("api_version"),
        row.text("kind"),
        row.text("namespace"),
        row.text("name"),
        row.textOrNull("uid"),
        row.textOrNull("resource_version"));
  }
}
