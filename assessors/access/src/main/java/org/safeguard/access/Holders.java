package org.safeguard.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;

/// Which bindings count for whom.
final class Holders {

  private final Access access;
  private final Map<SubjectKey, List<Grant>> named = new TreeMap<>();

  Holders(Access access) {
    this.access = access;
    for (BindingView binding : access.bindings()) {
      Set<SubjectKey> once = new HashSet<>();
      for (SubjectView subject : binding.subjects()) {
        SubjectKey.of(subject).filter(once::add).ifPresent(key -> add(key, binding, subject));
      }
    }
  }

  private void add(SubjectKey key, BindingView binding, SubjectView subject) {
    String group = key.kind() == SubjectKey.Kind.GROUP ? key.name() : "";
    named.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Grant(binding, subject, group));
  }

  /// Everybody whom a binding names, in order.
  Set<SubjectKey> named() {
    return named.keySet();
  }

  /// The bindings that name a subject itself.
  List<Grant> naming(SubjectKey key) {
    return named.getOrDefault(key, List.of()).stream()
        .map(grant -> new Grant(grant.binding(), grant.subject(), ""))
        .toList();
  }

  /// Every binding that counts for a subject, its own first.
  List<Grant> of(SubjectKey key) {
    List<Grant> grants = new ArrayList<>(naming(key));
    Set<BindingView> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    grants.forEach(grant -> counted.add(grant.binding()));
    for (String group : key.groups()) {
      for (Grant grant : named.getOrDefault(SubjectKey.group(group), List.of())) {
        if (counted.add(grant.binding())) {
          grants.add(grant);
        }
      }
    }
    return grants;
  }

  Optional<Cause> bindingGap() {
    return access.bindingGap();
  }

  /// Why a subject may have more rights than were found; empty where it cannot.
  Optional<Cause> gap(List<Grant> grants) {
    return access
        .bindingGap()
        .or(() -> grants.stream().flatMap(grant -> grant.binding().gap().stream()).findFirst());
  }

  /// Who may do something, in the order of subjects.
  List<Holder> answers(Question question) {
    List<Holder> holders = new ArrayList<>();
    named.forEach(
        (key, grants) -> {
          for (Grant grant : grants) {
            if (question.meets(grant.scope())) {
              answer(question, key, grant).ifPresent(holders::add);
            }
          }
        });
    return holders;
  }

  /// The first rule for any name, else the first for some.
  private static Optional<Holder> answer(Question question, SubjectKey key, Grant grant) {
    Grant own = new Grant(grant.binding(), grant.subject(), "");
    Optional<Holder> some = Optional.empty();
    for (PolicyRule rule : grant.binding().rules()) {
      Set<String> names = question.names(rule);
      if (names != null) {
        Holder holder = new Holder(key, own, rule, List.copyOf(names));
        if (names.isEmpty()) {
          return Optional.of(holder);
        }
        some = some.or(() -> Optional.of(holder));
      }
    }
    return some;
  }
}
