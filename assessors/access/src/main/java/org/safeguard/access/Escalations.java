package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;

/// Where the abilities of a subject lead
/// ([good
// practices](https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks)).
final class Escalations {

  private static final Spot ADMIN = new Spot.Admin();
  private static final String EVERYWHERE = "";

  private final Spot from;
  private final Abilities has;
  private final Surroundings around;
  private final List<Link> links = new ArrayList<>();

  private Escalations(Spot from, Abilities has, Surroundings around) {
    this.from = from;
    this.has = has;
    this.around = around;
  }

  /// The links that start at `from` by what it has.
  static List<Link> of(Spot from, Abilities has, Surroundings around) {
    if (has.isEmpty()) {
      return List.of();
    }
    Escalations escalations = new Escalations(from, has, around);
    escalations.everything();
    escalations.roles();
    escalations.impersonation();
    escalations.accounts();
    escalations.pods();
    escalations.certificates();
    escalations.cluster();
    return escalations.links;
  }

  private void everything() {
    for (Held all : has.of(Ability.EVERYTHING)) {
      if (all.anyObject()) {
        link(all.scope().isEmpty() ? ADMIN : new Spot.All(all.scope()), all);
      }
    }
  }

  private void roles() {
    both(ADMIN, Ability.ESCALATE, Ability.WRITE_CLUSTER_ROLES, EVERYWHERE);
    has.any(Ability.WRITE_CLUSTER_BINDINGS, EVERYWHERE)
        .ifPresent(
            write ->
                has.of(Ability.BIND).stream()
                    .filter(bind -> bind.scope().isEmpty() && bind.covers("cluster-admin"))
                    .findFirst()
                    .ifPresent(bind -> link(ADMIN, write, bind)));
    for (String scope : has.scopes(Ability.WRITE_BINDINGS)) {
      has.of(Ability.BIND).stream()
          .filter(bind -> bind.scope().isEmpty() || bind.scope().equals(scope))
          .filter(bind -> bind.covers("cluster-admin") || bind.covers("admin"))
          .findFirst()
          .flatMap(bind -> has.any(Ability.WRITE_BINDINGS, scope).map(w -> List.of(w, bind)))
          .ifPresent(pair -> link(new Spot.All(scope), pair.getFirst(), pair.getLast()));
    }
    for (String scope : has.scopes(Ability.ESCALATE_ROLES)) {
      both(new Spot.All(scope), Ability.ESCALATE_ROLES, Ability.WRITE_ROLES, scope);
    }
  }

  private void impersonation() {
    Optional<Held> users = has.of(Ability.IMPERSONATE_USERS).stream().findFirst();
    Optional<Held> accounts = has.of(Ability.IMPERSONATE_ACCOUNTS).stream().findFirst();
    for (Held groups : has.of(Ability.IMPERSONATE_GROUPS)) {
      Optional<Held> somebody = users.or(() -> accounts);
      if (somebody.isPresent()) {
        if (groups.covers(SubjectKey.MASTERS)) {
          link(ADMIN, somebody.get(), groups);
        }
        for (String name : groups.rule().resourceNames()) {
          link(new Spot.Who(SubjectKey.group(name)), somebody.get(), groups);
        }
      }
    }
    for (Held held : has.of(Ability.IMPERSONATE_USERS)) {
      if (held.anyObject()) {
        link(new Spot.AnyUser(), held);
      }
      for (String name : held.rule().resourceNames()) {
        link(new Spot.Who(SubjectKey.user(name)), held);
      }
    }
  }

  private void accounts() {
    toAccounts(Ability.IMPERSONATE_ACCOUNTS);
    toAccounts(Ability.ISSUE_TOKENS);
    for (Held held : has.of(Ability.READ_SECRETS)) {
      if (held.anyObject()) {
        link(new Spot.Tokens(held.scope()), held);
        has.any(Ability.CREATE_SECRETS, held.scope())
            .ifPresent(create -> link(new Spot.Accounts(held.scope()), create, held));
      } else if (!held.scope().isEmpty()) {
        around.tokens(held.scope()).stream()
            .filter(secret -> held.covers(secret.name()))
            .forEach(
                secret ->
                    link(
                        new Spot.Who(SubjectKey.account(held.scope(), secret.serviceAccount())),
                        held));
      }
    }
  }

  private void toAccounts(Ability ability) {
    for (Held held : has.of(ability)) {
      if (held.anyObject()) {
        link(new Spot.Accounts(held.scope()), held);
      } else if (!held.scope().isEmpty()) {
        for (String name : held.rule().resourceNames()) {
          link(new Spot.Who(SubjectKey.account(held.scope(), name)), held);
        }
      }
    }
  }

  private void pods() {
    toPods(Ability.CREATE_PODS, true);
    toPods(Ability.CREATE_WORKLOADS, true);
    toPods(Ability.CHANGE_WORKLOADS, true);
    toPods(Ability.EXEC, false);
    toPods(Ability.ATTACH, false);
    toPods(Ability.DEBUG, false);
    toPods(Ability.CHANGE_PODS, false);
    has.any(Ability.CREATE_VOLUMES, EVERYWHERE)
        .ifPresent(
            volume ->
                has.of(Ability.CREATE_PODS).stream()
                    .filter(Held::anyObject)
                    .findFirst()
                    .ifPresent(pod -> link(new Spot.AnyNode(), volume, pod)));
    for (Held label : has.of(Ability.CHANGE_NAMESPACES)) {
      Optional<Held> pod = has.any(Ability.CREATE_PODS, label.scope());
      if (label.anyObject() && pod.isPresent()) {
        add(new Spot.AnyNode(), List.of(label, pod.get()), around.guard().elsewhere());
      }
    }
  }

  private void toPods(Ability ability, boolean asOneLikes) {
    for (Held held : has.of(ability)) {
      if (held.anyObject()) {
        String scope = held.scope();
        link(asOneLikes ? new Spot.Runs(scope) : new Spot.Pods(scope), held);
      }
    }
  }

  private void certificates() {
    Optional<Held> signer =
        has.of(Ability.APPROVE_SIGNER).stream()
            .filter(
                held ->
                    held.covers("kubernetes.io/kube-apiserver-client")
                        || held.covers("kubernetes.io/*"))
            .findFirst();
    Optional<Held> approve = has.any(Ability.APPROVE_CERTIFICATES, EVERYWHERE);
    Optional<Held> request = has.any(Ability.REQUEST_CERTIFICATES, EVERYWHERE);
    if (signer.isPresent() && approve.isPresent() && request.isPresent()) {
      link(new Spot.AnyName(), request.get(), approve.get());
    }
  }

  private void cluster() {
    has.any(Ability.NODES_PROXY, EVERYWHERE)
        .ifPresent(held -> link(new Spot.Pods(EVERYWHERE), held));
    has.any(Ability.MUTATE, EVERYWHERE)
        .ifPresent(held -> link(new Spot.Accounts(EVERYWHERE), held));
    has.of(Ability.WRITE_CONFIG_MAPS).stream()
        .filter(held -> held.scope().isEmpty() || held.scope().equals("kube-system"))
        .filter(held -> held.covers("aws-auth"))
        .findFirst()
        .ifPresent(this::cloudIdentities);
  }

  private void cloudIdentities(Held held) {
    around
        .awsAuth()
        .ifPresentOrElse(
            map -> {
              List<Reading> evidence = new ArrayList<>(held.readings());
              evidence.add(map.provenance().self());
              links.add(
                  new Link(
                      from,
                      ADMIN,
                      held.words()
                          + ", and so map a cloud identity of its own to system:masters in"
                          + " kube-system/aws-auth",
                      evidence,
                      Optional.empty()));
            },
            () ->
                around
                    .configMapGap()
                    .ifPresent(gap -> add(ADMIN, List.of(held), Optional.of(gap))));
  }

  private void both(Spot to, Ability first, Ability second, String scope) {
    has.any(first, scope)
        .ifPresent(one -> has.any(second, scope).ifPresent(other -> link(to, other, one)));
  }

  private void link(Spot to, Held... by) {
    add(to, List.of(by), Optional.empty());
  }

  private void add(Spot to, List<Held> by, Optional<Cause> doubt) {
    List<Reading> evidence =
        by.stream().flatMap(held -> held.readings().stream()).distinct().toList();
    links.add(new Link(from, to, words(by), evidence, doubt));
  }

  private static String words(List<Held> by) {
    List<String> ways = by.stream().map(held -> held.grant().way()).distinct().toList();
    if (ways.size() > 1) {
      return String.join(" and ", by.stream().map(Held::words).toList());
    }
    List<String> what = by.stream().map(Held::what).toList();
    return "may " + String.join(" and ", what) + " (" + ways.getFirst() + ")";
  }
}
