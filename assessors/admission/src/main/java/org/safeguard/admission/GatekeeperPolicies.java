package org.safeguard.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;

/// Gatekeeper: constraints refuse, templates only say how
/// ([documentation](https://open-policy-agent.github.io/gatekeeper/website/docs/howto)). What a
/// constraint is about is told by its kind in the public library, when the text of its template
/// mentions the same fields.
///
/// @param engines the types
/// @param meanings finds out what they are about
/// @param webhooks of the cluster
record GatekeeperPolicies(Engines engines, Meanings meanings, Webhooks webhooks)
    implements Policies {

  private static final String ENGINE = "gatekeeper";
  private static final String REGISTRIES = "K8sAllowedRepos";

  @Override
  public List<PolicyDraft> read() {
    List<PolicyDraft> drafts = new ArrayList<>();
    List<Place> constraints = constraints();
    for (Place template : engines.objects().placesOf(Engines.TEMPLATE)) {
      drafts.add(template(template, constraints));
    }
    constraints.forEach(place -> drafts.add(constraint(place)));
    return drafts;
  }

  private List<Place> constraints() {
    List<Place> found = new ArrayList<>();
    for (ResourceType type : engines.objects().types()) {
      if (type.group().equals(Engines.CONSTRAINTS)) {
        found.addAll(engines.objects().placesOf(type));
      }
    }
    return found;
  }

  private static String kindOf(Place template) {
    return template.at("spec", "crd", "spec", "names", "kind").text().orElse("");
  }

  private PolicyDraft template(Place template, List<Place> constraints) {
    String kind = kindOf(template);
    boolean used = constraints.stream().anyMatch(c -> c.resource().kind().equals(kind));
    Optional<Cause> gap = engines.gap(new ResourceType(Engines.CONSTRAINTS, kind));
    Judgement force =
        used
            ? Readiness.of(template)
            : gap.isPresent()
                ? new Judgement.Unknown(gap.get())
                : Judgement.no("no constraint uses it");
    return new PolicyDraft(template, ENGINE, "template").mode("off").inForce(force);
  }

  private PolicyDraft constraint(Place place) {
    Optional<Place> template =
        engines.objects().placesOf(Engines.TEMPLATE).stream()
            .filter(t -> kindOf(t).equals(place.resource().kind()))
            .findFirst();
    Place written = place.at("spec", "enforcementAction");
    Place match = place.at("spec", "match");
    PolicyDraft draft = new PolicyDraft(place, ENGINE, "validate");
    Guard guard =
        new Guard(
            place,
            "",
            action(place),
            true,
            aboutPods(match),
            namespace -> matched(match, namespace).and(() -> notExempt(namespace)),
            namespace -> template(place, template).and(() -> webhooks.guards(ENGINE, namespace)),
            meaning(place, template),
            text(place, template));
    draft
        .guard(guard)
        .inForce(template(place, template))
        .read("mode", written)
        .read("exemptNamespaces", match)
        .read("exemptEphiNamespaces", match);
    if (place.resource().kind().startsWith(REGISTRIES)) {
      draft.openPrefixes(openPrefixes(place), place.at("spec", "parameters", "repos"));
    }
    return draft;
  }

  /// Prefixes without a slash at their end let names through that only start alike.
  private static List<String> openPrefixes(Place constraint) {
    return constraint.at("spec", "parameters", "repos").texts().orElse(List.of()).stream()
        .filter(prefix -> !prefix.endsWith("/") && !prefix.endsWith("/*") && !isWhole(prefix))
        .toList();
  }

  private static boolean isWhole(String prefix) {
    return prefix.contains("@sha256:")
        || prefix.substring(prefix.lastIndexOf('/') + 1).contains(":");
  }

  private Judgement template(Place constraint, Optional<Place> template) {
    if (template.isPresent()) {
      return Readiness.of(template.get());
    }
    Optional<Cause> gap = engines.gap(Engines.TEMPLATE);
    return gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : Judgement.no("its template " + constraint.resource().kind() + " is missing");
  }

  private static Action action(Place constraint) {
    return switch (constraint.at("spec", "enforcementAction").text().orElse("deny")) {
      case "deny" -> Action.DENY;
      case "warn" -> Action.WARN;
      case "dryrun" -> Action.AUDIT;
      case "scoped" -> scoped(constraint);
      default -> Action.OFF;
    };
  }

  private static Action scoped(Place constraint) {
    Action best = Action.OFF;
    for (Place each :
        constraint.at("spec", "scopedEnforcementActions").objects().orElse(List.of())) {
      boolean admission =
          each.at("enforcementPoints").objects().orElse(List.of()).stream()
              .map(point -> point.at("name").text().orElse(""))
              .anyMatch(name -> name.equals("*") || name.startsWith("validation.gatekeeper"));
      Action action =
          switch (each.at("action").text().orElse("")) {
            case "deny" -> Action.DENY;
            case "warn" -> Action.WARN;
            default -> Action.AUDIT;
          };
      best = admission && action.compareTo(best) < 0 ? action : best;
    }
    return best;
  }

  private static boolean aboutPods(Place match) {
    List<Place> kinds = match.at("kinds").objects().orElse(List.of());
    return kinds.isEmpty()
        || kinds.stream()
            .anyMatch(
                kind ->
                    contains(kind.at("apiGroups").texts().orElse(List.of("")), "")
                        && contains(kind.at("kinds").texts().orElse(List.of("*")), "Pod"));
  }

  private static boolean contains(List<String> texts, String wanted) {
    return texts.contains("*") || texts.contains(wanted);
  }

  private static Judgement matched(Place match, NamespaceView namespace) {
    List<String> only = match.at("namespaces").texts().orElse(List.of());
    List<String> not = match.at("excludedNamespaces").texts().orElse(List.of());
    if (Wildcards.any(not, namespace.name())) {
      return Judgement.exempt("the constraint excludes the namespace");
    }
    if (!only.isEmpty() && !Wildcards.any(only, namespace.name())) {
      return Judgement.no("the constraint is about other namespaces");
    }
    if (match.at("scope").text().orElse("*").equals("Cluster")) {
      return Judgement.no("the constraint is about cluster-wide objects");
    }
    if (match.at("name").isSet() || match.at("labelSelector").each().size() > 0) {
      return Judgement.no("a name or a label of the object decides whether the constraint sees it");
    }
    return namespace.selectedBy(
        match.at("namespaceSelector"), "the namespace selector of the constraint leaves it out");
  }

  /// Namespaces that the configuration takes out of the webhook's work.
  private Judgement notExempt(NamespaceView namespace) {
    for (Place config : engines.objects().placesOf(Engines.GATEKEEPER_CONFIG)) {
      for (Place match : config.at("spec", "match").objects().orElse(List.of())) {
        List<String> processes = match.at("processes").texts().orElse(List.of("*"));
        boolean admission = processes.contains("*") || processes.contains("webhook");
        List<String> excluded = match.at("excludedNamespaces").texts().orElse(List.of());
        if (admission && Wildcards.any(excluded, namespace.name())) {
          return Judgement.exempt("the configuration of gatekeeper excludes the namespace");
        }
      }
    }
    Optional<Cause> gap = engines.gap(Engines.GATEKEEPER_CONFIG);
    return gap.isPresent() ? new Judgement.Unknown(gap.get()) : Judgement.YES;
  }

  private java.util.function.Function<NamespaceView, Meaning> meaning(
      Place constraint, Optional<Place> template) {
    String kind = constraint.resource().kind();
    Map<String, Reach> found = new LinkedHashMap<>();
    if (template.isPresent()) {
      String text = String.valueOf(template.get().resource().body().plain());
      found.putAll(meanings.byConstraint(kind, text).controls());
      found.putAll(byParameters(constraint, kind));
    }
    Meaning meaning = Meaning.library(found);
    return _ -> meaning;
  }

  /// Some kinds of the library enforce what their parameters say.
  private static Map<String, Reach> byParameters(Place constraint, String kind) {
    Place parameters = constraint.at("spec", "parameters");
    Map<String, Reach> found = new LinkedHashMap<>();
    switch (kind) {
      case "K8sPSPHostNamespace" -> found.put("host-processes", Reach.WHOLE);
      case "K8sPSPHostNetworkingPorts" -> {
        if (!parameters.at("hostNetwork").flag().orElse(false)) {
          found.put("host-network", Reach.WHOLE);
        }
      }
      case "K8sPSPHostFilesystem" -> {
        if (parameters.at("allowedHostPaths").objects().orElse(List.of()).isEmpty()) {
          found.put("host-path", Reach.WHOLE);
        }
      }
      case "K8sPSPVolumeTypes" -> {
        List<String> volumes = parameters.at("volumes").texts().orElse(List.of("*"));
        if (!volumes.contains("*") && !volumes.contains("hostPath")) {
          found.put("host-path", Reach.WHOLE);
        }
      }
      case "K8sPSPCapabilities" -> {
        if (!parameters.at("allowedCapabilities").texts().orElse(List.of()).contains("*")) {
          found.put("capabilities", Reach.WHOLE);
        }
        if (parameters.at("requiredDropCapabilities").texts().orElse(List.of()).contains("ALL")) {
          found.put("drop-capabilities", Reach.WHOLE);
        }
      }
      case "K8sPSPAllowedUsers" -> {
        String rule = parameters.at("runAsUser", "rule").text().orElse("RunAsAny");
        if (rule.equals("MustRunAsNonRoot")) {
          found.put("run-as-non-root", Reach.WHOLE);
        }
      }
      default -> {
        // told by the table alone
      }
    }
    return found;
  }

  private static String text(Place constraint, Optional<Place> template) {
    String own = String.valueOf(constraint.at("spec").resource().body().plain());
    return template.map(t -> own + t.resource().body().plain()).orElse(own);
  }
}
