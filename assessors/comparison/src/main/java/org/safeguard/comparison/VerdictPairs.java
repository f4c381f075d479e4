package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Verdict;

/// Which later verdict answers the same question as which earlier one: the same rule on the same
/// subject by kind, namespace, name and container.
///
/// What is left is matched by the name without what a controller appends to it, so that a replaced
/// pod is the same pod. Several subjects may share a name: one with the same uid, then one with the
/// same answer, is the surest match.
final class VerdictPairs {

  /// @param before null for a verdict that only the later side has
  /// @param after null for a verdict that only the earlier side has
  record Pair(@Nullable Verdict before, @Nullable Verdict after) {}

  private record Identity(
      String rule, String kind, String namespace, String name, String container, String surer) {}

  private record Group(List<Verdict> befores, List<Verdict> afters) {

    private Group() {
      this(new ArrayList<>(1), new ArrayList<>(1));
    }
  }

  private final List<Pair> pairs = new ArrayList<>();

  private VerdictPairs() {}

  static List<Pair> of(List<Verdict> before, List<Verdict> after, GivenNames names) {
    VerdictPairs matched = new VerdictPairs();
    Function<Verdict, String> name = verdict -> verdict.subject().object().name();
    Function<Verdict, String> given = verdict -> names.of(verdict.subject().object());
    Group left = new Group(before, after);
    left = matched.match(left, name, verdict -> uid(verdict) + ' ' + verdict.status());
    left = matched.match(left, name, VerdictPairs::uid);
    left = matched.match(left, name, verdict -> verdict.status().name());
    left = matched.match(left, name, _ -> "");
    left = matched.match(left, given, verdict -> verdict.status().name());
    left = matched.match(left, given, _ -> "");
    left.befores().forEach(verdict -> matched.pairs.add(new Pair(verdict, null)));
    left.afters().forEach(verdict -> matched.pairs.add(new Pair(null, verdict)));
    return matched.pairs;
  }

  /// Pairs what is equal in all of these and gives what is left.
  private Group match(Group all, Function<Verdict, String> name, Function<Verdict, String> surer) {
    if (all.befores().isEmpty() || all.afters().isEmpty()) {
      return all;
    }
    Map<Identity, Group> groups = LinkedHashMap.newLinkedHashMap(all.befores().size());
    for (Verdict verdict : all.befores()) {
      groups
          .computeIfAbsent(identity(verdict, name, surer), _ -> new Group())
          .befores()
          .add(verdict);
    }
    for (Verdict verdict : all.afters()) {
      groups
          .computeIfAbsent(identity(verdict, name, surer), _ -> new Group())
          .afters()
          .add(verdict);
    }
    Group left = new Group();
    groups.values().forEach(group -> match(group, left));
    return left;
  }

  private void match(Group group, Group left) {
    List<Verdict> befores = group.befores();
    List<Verdict> afters = group.afters();
    befores.sort(MoveOrder.SUBJECT);
    afters.sort(MoveOrder.SUBJECT);
    int both = Math.min(befores.size(), afters.size());
    for (int i = 0; i < both; i++) {
      pairs.add(new Pair(befores.get(i), afters.get(i)));
    }
    left.befores().addAll(befores.subList(both, befores.size()));
    left.afters().addAll(afters.subList(both, afters.size()));
  }

  private static Identity identity(
      Verdict verdict, Function<Verdict, String> name, Function<Verdict, String> surer) {
    ObjectReference object = verdict.subject().object();
    return new Identity(
        verdict.rule().id(),
        object.kind(),
        object.namespace(),
        name.apply(verdict),
        verdict.subject().container(),
        surer.apply(verdict));
  }

  private static String uid(Verdict verdict) {
    return Objects.toString(verdict.subject().object().uid(), "");
  }
}
