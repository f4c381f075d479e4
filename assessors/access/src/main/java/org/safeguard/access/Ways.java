package org.safeguard.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Secret;
import org.safeguard.objects.Place;

/// The links that the cluster itself makes between places, whoever stands there.
final class Ways {

  private static final Spot ADMIN = new Spot.Admin();
  private static final String EVERYWHERE = "";

  private final Reach reach;
  private final Surroundings around;
  private final Set<SubjectKey> subjects;

  private Ways(Reach reach, Surroundings around, Set<SubjectKey> subjects) {
    this.reach = reach;
    this.around = around;
    this.subjects = subjects;
  }

  static void add(Reach reach, Surroundings around, Set<SubjectKey> subjects) {
    Ways ways = new Ways(reach, around, subjects);
    ways.everywhere();
    around.namespaces().forEach(ways::namespace);
    ways.accounts();
    ways.names();
    ways.nodes();
  }

  private void everywhere() {
    for (String namespace : around.namespaces()) {
      silent(new Spot.All(EVERYWHERE), new Spot.All(namespace));
      silent(new Spot.Runs(EVERYWHERE), new Spot.Runs(namespace));
      silent(new Spot.Pods(EVERYWHERE), new Spot.Pods(namespace));
      silent(new Spot.Tokens(EVERYWHERE), new Spot.Tokens(namespace));
    }
    doubt(new Spot.Pods(EVERYWHERE), around.workloadGap());
    doubt(new Spot.Tokens(EVERYWHERE), around.secretGap());
  }

  private void namespace(String namespace) {
    Spot all = new Spot.All(namespace);
    Spot runs = new Spot.Runs(namespace);
    Spot pods = new Spot.Pods(namespace);
    Spot tokens = new Spot.Tokens(namespace);
    silent(all, new Spot.Accounts(namespace));
    silent(all, runs);
    silent(all, pods);
    silent(all, tokens);
    silent(runs, new Spot.Accounts(namespace));
    PodGuard.Answer answer = around.guard().answer(namespace);
    if (!answer.refused()) {
      reach.add(
          new Link(
              runs,
              new Spot.AnyNode(),
              "privileged pods are taken in namespace " + namespace + " and reach their node",
              answer.evidence(),
              answer.doubt()));
    }
    for (Surroundings.Running one : around.running(namespace)) {
      String words = "acts as " + one.account() + ", as which " + one.label() + " runs";
      link(pods, new Spot.Who(one.account()), words, List.of(one.evidence()), one.doubt());
    }
    for (Secret secret : around.tokens(namespace)) {
      SubjectKey account = SubjectKey.account(namespace, secret.serviceAccount());
      String words = "acts as " + account + " by its token in secret " + secret.name();
      Reading where = secret.provenance().self();
      link(tokens, new Spot.Who(account), words, List.of(where), Optional.empty());
    }
    doubt(pods, around.workloadGap());
    doubt(tokens, around.secretGap());
  }

  private void accounts() {
    for (SubjectKey key : subjects) {
      if (key.kind() == SubjectKey.Kind.SERVICE_ACCOUNT) {
        boolean there = around.exists(key);
        Optional<Cause> doubt = there ? Optional.empty() : around.accountGap();
        if (there || doubt.isPresent()) {
          Spot.Who who = new Spot.Who(key);
          Spot own = new Spot.Accounts(key.namespace());
          link(own, who, "acts as " + key, List.of(), doubt);
          link(new Spot.Accounts(EVERYWHERE), who, "acts as " + key, List.of(), doubt);
        }
      }
    }
  }

  private void names() {
    for (SubjectKey key : subjects) {
      boolean user = key.kind() == SubjectKey.Kind.USER || key.kind() == SubjectKey.Kind.NODE;
      boolean group = key.kind() == SubjectKey.Kind.GROUP && !key.name().equals(SubjectKey.MASTERS);
      Spot.Who who = new Spot.Who(key);
      if (user) {
        link(new Spot.AnyUser(), who, "acts as " + key, List.of(), Optional.empty());
      }
      if (user || group) {
        String words = group ? "acts as a member of " + key : "acts as " + key;
        link(new Spot.AnyName(), who, words, List.of(), Optional.empty());
      }
    }
    Spot.Who masters = new Spot.Who(SubjectKey.group(SubjectKey.MASTERS));
    link(masters, ADMIN, "may do everything, whatever roles say", List.of(), Optional.empty());
  }

  private void nodes() {
    Spot any = new Spot.AnyNode();
    silent(any, new Spot.Pods(EVERYWHERE));
    boolean own = false;
    for (String name : around.nodes()) {
      Spot.Who node = new Spot.Who(SubjectKey.node(name));
      for (Map.Entry<SubjectKey, Place> pod : around.on(name).entrySet()) {
        String words = "acts as " + pod.getKey() + ", as which a pod on the node runs";
        List<Reading> where = List.of(pod.getValue().reading());
        link(node, new Spot.Who(pod.getKey()), words, where, Optional.empty());
      }
      if (around.isControlPlane(name)) {
        own = true;
        List<Reading> where =
            around.node(name).map(place -> place.at("metadata", "labels").reading()).stream()
                .toList();
        String words = "reads the administrators' credentials on control plane node " + name;
        link(any, ADMIN, words, where, Optional.empty());
        link(node, ADMIN, words, where, Optional.empty());
      }
    }
    if (!own) {
      doubt(any, around.nodeGap());
    }
  }

  private void silent(Spot from, Spot to) {
    link(from, to, "", List.of(), Optional.empty());
  }

  private void doubt(Spot from, Optional<Cause> doubt) {
    doubt.ifPresent(cause -> link(from, ADMIN, "may go further", List.of(), doubt));
  }

  private void link(
      Spot from, Spot to, String words, List<Reading> evidence, Optional<Cause> doubt) {
    reach.add(new Link(from, to, words, evidence, doubt));
  }
}
