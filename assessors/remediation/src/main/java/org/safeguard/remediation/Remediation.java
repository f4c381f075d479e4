package org.safeguard.remediation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Turns failed verdicts into something that can be applied.
public final class Remediation {

  private Remediation() {}

  /// The plan for one cluster. It depends on nothing but its input, and not on its order.
  ///
  /// @param verdicts of which the failed ones count
  /// @param facts of the snapshot
  /// @param snapshot the objects as they are now
  public static RemediationPlan plan(List<Verdict> verdicts, Facts facts, Snapshot snapshot) {
    List<Verdict> failed =
        verdicts.stream().filter(verdict -> verdict.status() == Status.FAILED).toList();
    Patches patches = new Patches(snapshot);
    failed.forEach(patches::add);
    TreeMap<String, String> files = new TreeMap<>(patches.files());
    List<String> policies = new ArrayList<>();
    for (PolicyTemplate template : PolicyTemplates.load()) {
      template
          .written(facts)
          .ifPresent(
              text -> {
                files.put("policies/" + template.id() + ".yaml", text);
                policies.add(template.id());
              });
    }
    files.putAll(new NetworkPlans(facts).files());
    files.put("README.md", Guide.text(failed, patches, files.keySet()));
    return new RemediationPlan(files);
  }
}
