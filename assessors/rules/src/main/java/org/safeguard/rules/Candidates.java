package org.safeguard.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;

/// The facts of one kind, sorted by subject, with equal values numbered equally, so that a rule
/// meets each distinct input once however many pods share a template.
final class Candidates {

  private static final Comparator<ObjectReference> BY_OBJECT =
      Comparator.comparing(ObjectReference::kind)
          .thenComparing(ObjectReference::namespace)
          .thenComparing(ObjectReference::name)
          .thenComparing(ObjectReference::apiVersion);
  private static final Comparator<AssessedSubject> BY_SUBJECT =
      Comparator.comparing(AssessedSubject::object, BY_OBJECT)
          .thenComparing(AssessedSubject::container);

  /// A component of a variable.
  record Slot(String variable, String component) implements Comparable<Slot> {
    private static final Comparator<Slot> ORDER =
        Comparator.comparing(Slot::variable).thenComparing(Slot::component);

    @Override
    public int compareTo(Slot other) {
      return ORDER.compare(this, other);
    }
  }

  /// Takes the place of a value that is unknown.
  private record UnknownValue(Cause cause) {}

  private final List<Slot> slots;
  private final List<Candidate> all;

  private Candidates(List<Slot> slots, List<Candidate> all) {
    this.slots = slots;
    this.all = all;
  }

  /// The facts of `kind`, numbered by what `rules` read.
  static Candidates of(
      FactKind kind, Facts facts, Collection<CompiledRule> rules, Components components) {
    TreeSet<Slot> slots = new TreeSet<>();
    rules.forEach(rule -> slots.addAll(slots(rule)));
    Numbering numbering = new Numbering(List.copyOf(slots), components);
    List<Candidate> all = new ArrayList<>();
    for (Map<String, Fact> variables : kind.in(facts)) {
      Fact fact = variables.get(kind.variable());
      if (fact != null) {
        AssessedSubject subject = Candidate.subject(fact, variables);
        all.add(new Candidate(fact, variables, subject, numbering.of(variables)));
      }
    }
    all.sort(Comparator.comparing(Candidate::subject, BY_SUBJECT));
    return new Candidates(List.copyOf(slots), all);
  }

  List<Candidate> all() {
    return all;
  }

  /// The positions in [Candidate#content] that matter to a rule.
  int[] positions(CompiledRule rule) {
    return slots(rule).stream().mapToInt(slots::indexOf).toArray();
  }

  private static TreeSet<Slot> slots(CompiledRule rule) {
    TreeSet<Slot> slots = new TreeSet<>();
    rule.reads()
        .components()
        .forEach(
            (variable, names) -> {
              if (rule.kind().variables().contains(variable)) {
                names.forEach(name -> slots.add(new Slot(variable, name)));
              }
            });
    return slots;
  }

  /// Numbers the values of each slot in the order they are met.
  private static final class Numbering {
    private final List<Slot> slots;
    private final Components components;
    private final List<Map<Object, Integer>> numbers = new ArrayList<>();
    private final List<Map<Fact, Integer>> known = new ArrayList<>();

    Numbering(List<Slot> slots, Components components) {
      this.slots = slots;
      this.components = components;
      for (int i = 0; i < slots.size(); i++) {
        numbers.add(new HashMap<>());
        known.add(new IdentityHashMap<>());
      }
    }

    int[] of(Map<String, Fact> variables) {
      int[] content = new int[slots.size()];
      for (int i = 0; i < content.length; i++) {
        Fact fact = variables.get(slots.get(i).variable());
        if (fact != null) {
          content[i] = number(i, fact);
        }
      }
      return content;
    }

    private int number(int slot, Fact fact) {
      Integer before = known.get(slot).get(fact); // a workload or cluster serves many containers
      if (before != null) {
        return before;
      }
      Map<Object, Integer> seen = numbers.get(slot);
      int number = seen.computeIfAbsent(value(slot, fact), _ -> seen.size());
      known.get(slot).put(fact, number);
      return number;
    }

    private Object value(int slot, Fact fact) {
      String component = slots.get(slot).component();
      try {
        Object value = component.equals(Reads.WHOLE) ? fact : components.value(fact, component);
        return value == null ? fact : value;
      } catch (UnknownEvidenceException e) {
        return new UnknownValue(e.evidenceCause());
      }
    }
  }
}
