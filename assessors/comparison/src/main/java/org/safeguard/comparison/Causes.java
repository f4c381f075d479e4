package org.safeguard.comparison;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

/// Finds why a verdict moved. A cause that shows is named; where several show, all are, and where
/// none does, what changed in general is.
final class Causes {

  private final Rules rules;
  private final boolean otherVersion;
  private final boolean scopeChanged;
  private final Union before;
  private final Union after;
  private final boolean coverageChanged;
  private final @Nullable Set<ResourceKey> touched;

  /// @param otherVersion whether the packs or the tool are of another version
  /// @param objects what happened to the objects, null when they are not at hand
  Causes(
      Rules rules,
      boolean otherVersion,
      boolean scopeChanged,
      Union before,
      Union after,
      boolean coverageChanged,
      @Nullable ObjectChanges objects) {
    this.rules = rules;
    this.otherVersion = otherVersion;
    this.scopeChanged = scopeChanged;
    this.before = before;
    this.after = after;
    this.coverageChanged = coverageChanged;
    this.touched = objects == null ? null : touched(objects);
  }

  private static Set<ResourceKey> touched(ObjectChanges objects) {
    Set<ResourceKey> touched = new HashSet<>(objects.appeared());
    touched.addAll(objects.gone());
    objects.changed().forEach(changed -> touched.add(changed.key()));
    return touched;
  }

  /// @return the surest first, never empty
  List<ChangeCause> of(@Nullable Verdict was, @Nullable Verdict is) {
    Verdict one = Objects.requireNonNull(is == null ? was : is);
    EnumSet<ChangeCause> causes = EnumSet.noneOf(ChangeCause.class);
    if (rules.changed(one.rule().id()) != null) {
      causes.add(ChangeCause.RULE_CHANGED);
    }
    if (was == null || is == null) {
      alone(one, was == null ? before : after, causes);
    } else {
      both(was, is, causes);
    }
    if (causes.isEmpty()) {
      causes.add(general());
    }
    return List.copyOf(causes);
  }

  /// @param other the side that does not have the verdict
  private void alone(Verdict verdict, Union other, Set<ChangeCause> causes) {
    if (isTouched(verdict)) {
      causes.add(ChangeCause.OBJECT_CHANGED);
    } else if (!causes.contains(ChangeCause.RULE_CHANGED) && !isCluster(verdict)) {
      Coverage there = other.coverageOf(type(verdict.subject().object())).state();
      causes.add(
          there == Coverage.CAPTURED ? ChangeCause.OBJECT_CHANGED : ChangeCause.COVERAGE_CHANGED);
    }
  }

  private static boolean isCluster(Verdict verdict) {
    return verdict.subject().object().kind().equals("Cluster");
  }

  private void both(Verdict was, Verdict is, Set<ChangeCause> causes) {
    boolean touches = isTouched(was) || isTouched(is) || isObservedOtherwise(was, is);
    if (touches) {
      causes.add(ChangeCause.OBJECT_CHANGED);
    }
    if (sawMore(was, is, touches) || sawMore(is, was, touches)) {
      causes.add(ChangeCause.COVERAGE_CHANGED);
    }
    if (scopeChanged && !ephi(was).equals(ephi(is))) {
      causes.add(ChangeCause.SCOPE_CHANGED);
    }
  }

  /// Whether the one could see what the other says it could not.
  private boolean sawMore(Verdict one, Verdict other, boolean touches) {
    return other.outcome() instanceof Outcome.NotAssessed(Cause cause)
        && switch (cause.code()) {
          case NOT_CAPTURED, FORBIDDEN, ABSENT, PROVIDER_MANAGED -> true;
          // An object that is hidden in one capture and not in the other looks changed too.
          case REDACTED -> !touches || isHiddenOnce(one, other);
          case UNRESOLVED -> !touches && coverageChanged;
          case MALFORMED, EXPRESSION_ERROR -> false;
        };
  }

  private static boolean isHiddenOnce(Verdict one, Verdict other) {
    return other.evidence().stream().anyMatch(evidence -> isHidden(evidence.observed()))
        != one.evidence().stream().anyMatch(evidence -> isHidden(evidence.observed()));
  }

  private static boolean isHidden(String observed) {
    return observed.startsWith("(redacted");
  }

  private boolean isTouched(Verdict verdict) {
    Set<ResourceKey> keys = touched;
    return keys != null
        && Stream.concat(
                Stream.of(verdict.subject().object()),
                verdict.evidence().stream().map(Evidence::object))
            .map(Causes::key)
            .anyMatch(keys::contains);
  }

  /// Whether the same place of the same object showed another value.
  private static boolean isObservedOtherwise(Verdict was, Verdict is) {
    Map<List<String>, Set<String>> befores = observed(was);
    Map<List<String>, Set<String>> afters = observed(is);
    return befores.entrySet().stream()
        .anyMatch(
            entry ->
                afters.containsKey(entry.getKey())
                    && !entry.getValue().equals(afters.get(entry.getKey())));
  }

  private static Map<List<String>, Set<String>> observed(Verdict verdict) {
    Map<List<String>, Set<String>> observed = new HashMap<>();
    for (Evidence evidence : verdict.evidence()) {
      observed
          .computeIfAbsent(place(evidence), _ -> new HashSet<>())
          .add(Differences.withoutNumber(evidence.observed()));
    }
    return observed;
  }

  private static List<String> place(Evidence evidence) {
    ObjectReference object = evidence.object();
    return List.of(object.kind(), object.namespace(), object.name(), evidence.pointer());
  }

  /// A verdict rests on more objects than it shows: a missing network policy has no evidence.
  private ChangeCause general() {
    if (touched != null && !touched.isEmpty()) {
      return ChangeCause.OBJECT_CHANGED;
    }
    if (coverageChanged) {
      return ChangeCause.COVERAGE_CHANGED;
    }
    if (otherVersion) {
      return ChangeCause.RULE_CHANGED;
    }
    return scopeChanged ? ChangeCause.SCOPE_CHANGED : ChangeCause.OBJECT_CHANGED;
  }

  private static String ephi(Verdict verdict) {
    AssessedSubject subject = verdict.subject();
    return subject.ephi();
  }

  private static ResourceKey key(ObjectReference object) {
    return new ResourceKey(group(object), object.kind(), object.namespace(), object.name());
  }

  private static ResourceType type(ObjectReference object) {
    return new ResourceType(group(object), object.kind());
  }

  private static String group(ObjectReference object) {
    int slash = object.apiVersion().indexOf('/');
    return slash < 0 ? "" : object.apiVersion().substring(0, slash);
  }
}
