package org.safeguard.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Identity;
import org.safeguard.model.fact.Power;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Secret;

/// Makes the fact about one subject.
final class IdentityFact {

  private final EffectiveAccess access;
  private final Surroundings around;
  private final EphiWorkloads ephi;
  private final IdentityObjects objects;

  IdentityFact(EffectiveAccess access, Facts known) {
    this.access = access;
    this.around = access.around();
    this.ephi = new EphiWorkloads(known.workloads());
    this.objects = new IdentityObjects(access);
  }

  Identity of(SubjectKey key) {
    return new One(key).fact();
  }

  /// One subject.
  private final class One {
    private final SubjectKey key;
    private final boolean account;
    private final List<Grant> naming;
    private final Abilities has;
    private final Optional<Cause> gap;
    private final Provenance.Builder trace;
    private final Reading self;

    One(SubjectKey key) {
      this.key = key;
      this.account = key.kind() == SubjectKey.Kind.SERVICE_ACCOUNT;
      this.naming = access.naming(key);
      this.has = access.abilities(key);
      this.gap = access.gap(key);
      this.trace = objects.builder(key);
      this.self = objects.name(key);
    }

    Identity fact() {
      boolean admin = clusterAdmin();
      boolean reaches = reaches();
      return new Identity(
          key.kind().title(),
          key.namespace(),
          key.name(),
          builtIn(),
          platform(),
          exists(),
          bindings(),
          whole(),
          workloads(),
          tokenSecrets(),
          powers(admin),
          admin,
          admin,
          reaches,
          path(reaches),
          foreignNamespaces(),
          ephiWorkloads(),
          trace.build());
    }

    private boolean builtIn() {
      boolean own = access.isBuiltIn(key);
      trace.read("builtIn", readings(naming));
      if (own) {
        access.bindingGap().ifPresent(cause -> trace.unknown("builtIn", cause));
      }
      return own;
    }

    private boolean platform() {
      trace.read("platform", self);
      return Bootstrap.isPlatform(key)
          || key.kind() == SubjectKey.Kind.NODE && around.isControlPlane(key.name());
    }

    private boolean exists() {
      boolean there = !account || around.exists(key);
      trace.read("exists", self);
      if (!there) {
        around.accountGap().ifPresent(cause -> trace.unknown("exists", cause));
      }
      return there;
    }

    private List<String> bindings() {
      trace.read("bindings", readings(naming));
      if (naming.isEmpty()) {
        access.bindingGap().ifPresent(cause -> trace.unknown("bindings", cause));
      }
      return naming.stream().map(Grant::reference).toList();
    }

    private boolean whole() {
      trace.read("whole", readings(access.grants(key)));
      gap.ifPresent(cause -> trace.unknown("whole", cause));
      return true;
    }

    private List<String> workloads() {
      List<String> workloads = account ? around.workloads(key) : List.of();
      trace.read("workloads", self);
      if (account && workloads.isEmpty()) {
        around.workloadGap().ifPresent(cause -> trace.unknown("workloads", cause));
      }
      return workloads;
    }

    private List<String> tokenSecrets() {
      List<Secret> secrets =
          account
              ? around.tokens(key.namespace()).stream()
                  .filter(secret -> secret.serviceAccount().equals(key.name()))
                  .toList()
              : List.of();
      trace.read(
          "tokenSecrets", secrets.stream().map(secret -> secret.provenance().self()).toList());
      if (account && secrets.isEmpty()) {
        around.secretGap().ifPresent(cause -> trace.unknown("tokenSecrets", cause));
      }
      return secrets.stream().map(Secret::name).toList();
    }

    private List<Power> powers(boolean admin) {
      List<Power> powers = new ArrayList<>();
      Map<Ability, List<Held>> own =
          access.own(key).stream()
              .collect(
                  Collectors.groupingBy(
                      Held::ability, () -> new EnumMap<>(Ability.class), Collectors.toList()));
      own.values().forEach(held -> powers.addAll(Powers.of(held)));
      trace.read("powers", readings(naming));
      if (!admin && gap.isPresent()) {
        if (powers.isEmpty()) {
          trace.unknown("powers", gap.get());
        } else {
          powers.add(Powers.unknown(self, gap.get()));
        }
      }
      return powers;
    }

    private boolean clusterAdmin() {
      Optional<Held> all = has.any(Ability.EVERYTHING, "");
      boolean admin = access.holdsEverything(key);
      List<Reading> shown = all.map(Held::readings).orElseGet(() -> readings(access.grants(key)));
      trace.read("clusterAdmin", shown).read("allPowerful", shown);
      if (!admin) {
        gap.ifPresent(cause -> trace.unknown("clusterAdmin", cause));
      }
      return admin;
    }

    private boolean reaches() {
      Optional<Chain> chain = access.chain(key);
      List<Reading> readings = chain.map(Chain::evidence).orElse(List.of());
      List<Reading> shown = readings.isEmpty() ? readings(access.grants(key)) : readings;
      trace.read("reachesClusterAdmin", shown).read("path", shown);
      chain
          .flatMap(Chain::doubt)
          .ifPresent(doubt -> trace.unknown("reachesClusterAdmin", doubt).unknown("path", doubt));
      return chain.isPresent() && chain.get().doubt().isEmpty();
    }

    private String path(boolean reaches) {
      return reaches ? access.chain(key).map(Chain::text).orElse("") : "";
    }

    private List<String> foreignNamespaces() {
      TreeSet<String> foreign = new TreeSet<>();
      List<Grant> grants = new ArrayList<>();
      for (Grant grant : naming) {
        if (account && !grant.scope().isEmpty() && !grant.scope().equals(key.namespace())) {
          foreign.add(grant.scope());
          grants.add(grant);
        }
      }
      trace.read("foreignNamespaces", readings(grants.isEmpty() ? naming : grants));
      if (account && foreign.isEmpty()) {
        access.bindingGap().ifPresent(cause -> trace.unknown("foreignNamespaces", cause));
      }
      return List.copyOf(foreign);
    }

    private List<String> ephiWorkloads() {
      List<Held> ways = ephi.waysIn(has);
      List<String> workloads = ephi.entered(ways);
      List<Reading> shown =
          ways.stream().flatMap(held -> held.readings().stream()).distinct().toList();
      trace.read("ephiWorkloads", shown.isEmpty() ? readings(access.grants(key)) : shown);
      if (workloads.isEmpty()) {
        ephi.gap().or(() -> gap).ifPresent(cause -> trace.unknown("ephiWorkloads", cause));
      }
      return workloads;
    }

    private List<Reading> readings(List<Grant> grants) {
      return grants.isEmpty()
          ? List.of(self)
          : grants.stream().map(grant -> grant.binding().reading()).distinct().toList();
    }
  }
}
