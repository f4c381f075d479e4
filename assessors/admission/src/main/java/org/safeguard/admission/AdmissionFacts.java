package org.safeguard.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.NamespacePodSecurity;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;
import org.safeguard.objects.Types;

/// Admission policies by what they really enforce, and what bypasses them.
///
/// A policy counts for what it shows itself to refuse when it is tried with objects of our own, or
/// for what its name in a public library says together with its text. That some webhook exists
/// counts for nothing.
public final class AdmissionFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    Controls controls = Controls.load();
    Expressions expressions = new Expressions();
    Engines engines = new Engines(objects, known.cluster().kubernetesVersion());
    Meanings meanings = new Meanings(controls, expressions);
    Webhooks webhooks = new Webhooks(engines, controls, expressions);
    List<PolicyDraft> drafts = new ArrayList<>();
    for (Policies policies : engines(engines, meanings, webhooks)) {
      drafts.addAll(policies.read());
    }
    Map<String, NamespaceView> views = NamespaceViews.of(objects, known);
    List<NamespaceView> applications =
        views.values().stream().filter(view -> !view.system()).toList();
    Cause namespaceGap = objects.coverages().gap(Types.NAMESPACE).orElse(null);
    List<Fact> facts = new ArrayList<>();
    drafts.stream()
        .sorted(Comparator.comparing(draft -> draft.place().resource().key()))
        .map(draft -> draft.fact(applications, namespaceGap))
        .forEach(facts::add);
    WebhookFacts webhookFacts =
        new WebhookFacts(applications, namespaceGap, new Backends(objects), snapshot.capturedAt());
    webhooks.all().stream().map(webhookFacts::fact).forEach(facts::add);
    EnforcementFacts enforcement =
        new EnforcementFacts(
            controls,
            drafts.stream().flatMap(draft -> draft.guards().stream()).toList(),
            levels(known),
            engines.policyGap());
    for (Namespace namespace : known.namespaces()) {
      NamespaceView view = views.get(namespace.name());
      if (view != null) {
        facts.add(enforcement.fact(view, namespace));
      }
    }
    return new AddedFacts(facts, gaps(engines, webhooks, drafts, known));
  }

  private static Map<String, NamespacePodSecurity> levels(Facts known) {
    Map<String, NamespacePodSecurity> levels = new HashMap<>();
    known.of(NamespacePodSecurity.class).forEach(level -> levels.put(level.name(), level));
    return levels;
  }

  private static List<Policies> engines(Engines engines, Meanings meanings, Webhooks webhooks) {
    return List.of(
        new ValidatingPolicies(engines, meanings),
        new KyvernoPolicies(engines, meanings, webhooks),
        new KyvernoCelPolicies(engines, meanings, webhooks),
        new GatekeeperPolicies(engines, meanings, webhooks),
        new KubewardenPolicies(engines, meanings, webhooks),
        new ImagePolicies(engines, webhooks),
        new OpenShiftConstraints(engines));
  }

  private static Map<String, Cause> gaps(
      Engines engines, Webhooks webhooks, List<PolicyDraft> drafts, Facts known) {
    Map<String, Cause> gaps = new HashMap<>();
    Optional<Cause> policies = drafts.isEmpty() ? engines.policyGap() : engines.cutOff();
    policies.ifPresent(cause -> gaps.put("AdmissionPolicy", cause));
    Optional<Cause> hooks = webhooks.all().isEmpty() ? webhooks.gap() : Optional.empty();
    hooks.ifPresent(cause -> gaps.put("AdmissionWebhook", cause));
    Cause namespaces = known.gaps().get("Namespace");
    if (namespaces != null) {
      gaps.put("Enforcement", namespaces);
    }
    return gaps;
  }
}
