package org.safeguard.remediation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.Verdict;

/// The index of a plan: what lies where, in which order to apply it, and what is left to people.
final class Guide {

  private static final String START =
      """
      # What to do about the findings

      Nothing here was applied. Work through it in this order, and where a repository is what your
      cluster is made from, make the same changes there.

      1. `patches/`: JSON patches, one for each object. Try each with `--dry-run=server` first; its
         head has the command. A patch tests the names of containers before it changes them, so it
         fails instead of changing another one.
      2. `recreate/`: the same for pods and jobs, which cannot be changed in place, and for what
         another object makes. Change what they are made from.
      3. `network/`: network policies for namespaces that deny nothing by default. Look through what
         they allow before you apply them: a connection that only a program knows of is cut.
      4. `policies/`: admission policies that keep the same from coming back. Where something breaks
         one today, its binding only warns; change that to Deny when it is mended.

      Assess the cluster again afterwards.
      """;

  private Guide() {}

  static String text(List<Verdict> failed, Patches patches, Collection<String> files) {
    StringBuilder text = new StringBuilder(START);
    text.append("\n## Files\n");
    if (files.isEmpty()) {
      text.append("None.\n");
    }
    files.stream()
        .filter(file -> !file.equals("README.md"))
        .sorted()
        .forEach(file -> text.append("- `").append(file).append("`\n"));
    text.append("\n## Left to do by hand\n");
    byRule(failed, patches)
        .forEach(
            (id, entry) -> {
              text.append("\n### ").append(id).append(": ").append(entry.rule.title()).append('\n');
              entry.rule.fix().steps().forEach(step -> text.append("- ").append(step).append('\n'));
              text.append("\nAt: ").append(String.join(", ", entry.subjects)).append('\n');
            });
    return text.toString();
  }

  /// What is left of one rule.
  private record Entry(Rule rule, TreeSet<String> subjects) {}

  private static Map<String, Entry> byRule(List<Verdict> failed, Patches patches) {
    Map<String, Entry> left = new TreeMap<>();
    for (Verdict verdict : failed) {
      if (!patches.covers(verdict)) {
        String container = verdict.subject().container();
        left.computeIfAbsent(verdict.rule().id(), _ -> new Entry(verdict.rule(), new TreeSet<>()))
            .subjects
            .add(verdict.subject().object() + (container.isEmpty() ? "" : " (" + container + ")"));
      }
    }
    return left;
  }
}
