package org.safeguard.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.MeshPolicy;
import org.safeguard.model.fact.MeshProtection;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Products found in a cluster by evidence, service meshes and backups among them, and what their
/// objects say.
public final class ToolFacts implements FactSource {

  private static final Products TABLE = Products.table();

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    Captured captured = new Captured(snapshot, objects, known);
    List<Fact> facts = new ArrayList<>();
    Map<String, Cause> gaps = new HashMap<>();
    ToolSearch.Result found = ToolSearch.in(captured, TABLE);
    Pods pods = new Pods(objects);
    ToolView view = new ToolView(captured, pods);
    found.findings().stream().map(view::of).forEach(facts::add);
    found.gap().ifPresent(cause -> gaps.put("Tool", cause));
    facts.add(new Presence(captured, TABLE, found, view.nodesAreSealed()).fact());
    MeshFacts meshes = new MeshFacts(captured, found, pods);
    List<MeshProtection> protections = meshes.facts();
    facts.addAll(protections);
    meshes.gap(protections).ifPresent(cause -> gaps.put("MeshProtection", cause));
    List<MeshPolicy> policies =
        new MeshPolicyFacts(captured, MeshFacts.root(captured, found)).facts();
    facts.addAll(policies);
    captured
        .gap(!policies.isEmpty(), MeshPolicyFacts.TYPES)
        .ifPresent(cause -> gaps.put("MeshPolicy", cause));
    facts.addAll(new NetworkPlugins(captured, found).facts());
    return new AddedFacts(facts, gaps);
  }
}
