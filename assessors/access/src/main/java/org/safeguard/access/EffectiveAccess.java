package org.safeguard.access;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Types;

/// What everybody in a cluster may do, by the roles and bindings of a snapshot, and where it leads.
/// What is found is certain; whether there is more is told by [#gap].
public final class EffectiveAccess {

  private static final Set<Coverage> CUT_OFF =
      Set.of(Coverage.FORBIDDEN, Coverage.PARTIAL, Coverage.FAILED);

  private final ClusterObjects objects;
  private final Holders holders;
  private final Surroundings around;
  private final TreeSet<SubjectKey> subjects = new TreeSet<>();
  private final Map<SubjectKey, List<Grant>> grants = new HashMap<>();
  private final Map<SubjectKey, Abilities> abilities = new HashMap<>();
  private final Reach reach = new Reach();

  private EffectiveAccess(ClusterObjects objects, Facts known) {
    this.objects = objects;
    this.holders = new Holders(new Access(objects));
    this.around = new Surroundings(objects, known);
    subjects.addAll(holders.named());
    subjects.addAll(around.accounts());
    around.nodes().forEach(name -> subjects.add(SubjectKey.node(name)));
    Abilities.Finder finder = new Abilities.Finder();
    for (SubjectKey key : subjects) {
      List<Grant> all = holders.of(key);
      grants.put(key, all);
      abilities.put(key, finder.of(all));
    }
    link();
  }

  /// @param objects of the snapshot
  /// @param known its facts, of which workloads, namespaces, secrets and config maps count
  public static EffectiveAccess of(ClusterObjects objects, Facts known) {
    return new EffectiveAccess(objects, known);
  }

  private void link() {
    Ways.add(reach, around, subjects);
    for (SubjectKey key : subjects) {
      Spot.Who who = new Spot.Who(key);
      Escalations.of(who, abilities(key), around).forEach(reach::add);
      gap(key)
          .ifPresent(
              gap ->
                  reach.add(
                      new Link(
                          who,
                          new Spot.Admin(),
                          key + " may have more rights",
                          List.of(),
                          Optional.of(gap))));
    }
    reach.solve();
    if (new Combinations(reach, around, abilities).found(subjects)) {
      reach.solve();
    }
  }

  /// Everybody whom the snapshot knows, in order.
  public SortedSet<SubjectKey> subjects() {
    return Collections.unmodifiableSortedSet(subjects);
  }

  /// The bindings that count for a subject, its own first, then those of its groups.
  public List<Grant> grants(SubjectKey key) {
    List<Grant> known = grants.get(key);
    return known == null ? holders.of(key) : known;
  }

  /// The bindings that name a subject itself.
  List<Grant> naming(SubjectKey key) {
    return holders.naming(key);
  }

  /// Why a subject may have more rights than were found; empty where these are all.
  public Optional<Cause> gap(SubjectKey key) {
    return holders.gap(grants(key));
  }

  /// Why some binding may be missing.
  Optional<Cause> bindingGap() {
    return holders.bindingGap();
  }

  /// How a subject comes to every right in the cluster; with a doubt where that cannot be told for
  /// certain, empty where it cannot.
  public Optional<Chain> chain(SubjectKey key) {
    if (subjects.contains(key)) {
      return reach.from(new Spot.Who(key));
    }
    return key.groups().stream() // somebody unknown has what everybody has
        .flatMap(group -> reach.from(new Spot.Who(SubjectKey.group(group))).stream())
        .min(Comparator.comparing(chain -> chain.doubt().isPresent()));
  }

  /// Whether a subject is a part of Kubernetes, with no more rights than come with it. Nodes of the
  /// control plane are; whoever has one has the cluster.
  public boolean isBuiltIn(SubjectKey key) {
    return key.kind() == SubjectKey.Kind.NODE
        ? around.isControlPlane(key.name())
        : Bootstrap.owns(key, holders.naming(key));
  }

  /// Notable abilities of a subject.
  Abilities abilities(SubjectKey key) {
    return abilities.getOrDefault(key, new Abilities());
  }

  Surroundings around() {
    return around;
  }

  ClusterObjects objects() {
    return objects;
  }

  /// What a subject may do that gives more than it seems to, in words. What every member of a
  /// group may do is told by the group.
  public List<String> notable(SubjectKey key) {
    return own(key).stream().map(Held::words).toList();
  }

  /// Notable abilities by bindings that name the subject itself; only one for who may do
  // everything.
  List<Held> own(SubjectKey key) {
    Abilities has = abilities(key);
    return has.any(Ability.EVERYTHING, "").map(List::of).orElseGet(() -> held(has)).stream()
        .filter(one -> one.grant().group().isEmpty())
        .toList();
  }

  private static List<Held> held(Abilities has) {
    return has.abilities().stream().flatMap(ability -> has.of(ability).stream()).toList();
  }

  /// Who may do something, by which binding and rule. Members of a group that is named are not
  /// listed one by one, as the cluster does not know them.
  public List<Holder> whoCan(Question question) {
    return holders.answers(question);
  }

  /// Why somebody unknown may have rights; empty where every role and binding is known.
  public Optional<Cause> gap() {
    return gaps().stream().findFirst();
  }

  /// Every reason why roles or bindings may be missing.
  public List<Cause> gaps() {
    return Stream.of(Types.CLUSTER_ROLE_BINDING, Types.ROLE_BINDING, Types.CLUSTER_ROLE, Types.ROLE)
        .flatMap(type -> objects.coverages().gap(type).stream())
        .toList();
  }

  /// Whether a subject holds every right in the cluster by itself.
  public boolean holdsEverything(SubjectKey key) {
    return key.equals(SubjectKey.group(SubjectKey.MASTERS))
        || abilities(key).any(Ability.EVERYTHING, "").isPresent();
  }

  /// What runs as a service account, as `Kind/namespace/name`.
  public List<String> workloads(SubjectKey key) {
    return around.workloads(key);
  }

  /// Whether a service account is in the snapshot, or Kubernetes makes it; true for others.
  public boolean exists(SubjectKey key) {
    return key.kind() != SubjectKey.Kind.SERVICE_ACCOUNT || around.exists(key);
  }

  /// Why a binding that somebody tried to capture may be missing.
  Optional<Cause> cutOff() {
    return Stream.of(Types.CLUSTER_ROLE_BINDING, Types.ROLE_BINDING)
        .filter(type -> CUT_OFF.contains(objects.coverages().of(type)))
        .flatMap(type -> objects.coverages().gap(type).stream())
        .findFirst();
  }
}
