package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;

/// Policies of Kubewarden, which name a module and a mode
/// ([documentation](https://docs.kubewarden.io/reference/CRDs)). A module we do not know may do
/// anything, so its meaning is unknown.
///
/// @param engines the types
/// @param meanings knows modules
/// @param webhooks of the cluster
record KubewardenPolicies(Engines engines, Meanings meanings, Webhooks webhooks)
    implements Policies {

  private static final String GROUP = "policies.kubewarden.io";
  private static final ResourceType SERVER = new ResourceType(GROUP, "PolicyServer");

  @Override
  public List<PolicyDraft> read() {
    List<PolicyDraft> drafts = new ArrayList<>();
    for (String kind :
        List.of(
            "ClusterAdmissionPolicy",
            "AdmissionPolicy",
            "ClusterAdmissionPolicyGroup",
            "AdmissionPolicyGroup")) {
      engines
          .objects()
          .placesOf(new ResourceType(GROUP, kind))
          .forEach(place -> drafts.add(policy(place)));
    }
    return drafts;
  }

  private PolicyDraft policy(Place place) {
    Place spec = place.at("spec");
    boolean monitor = spec.at("mode").text().orElse("protect").equals("monitor");
    ResourceRules rules = ResourceRules.at(spec.at("rules"));
    boolean group = place.resource().kind().endsWith("Group");
    String module = spec.at("module").text().orElse("");
    Meaning meaning = group ? Meaning.UNKNOWN : meanings.byModule(module);
    String own = place.resource().kind().startsWith("Cluster") ? "" : place.resource().namespace();
    boolean closed = spec.at("failurePolicy").text().orElse("Fail").equals("Fail");
    Guard guard =
        new Guard(
            place,
            "",
            monitor ? Action.AUDIT : Action.DENY,
            closed,
            rules.wantsPods(),
            namespace ->
                own.isEmpty() || own.equals(namespace.name())
                    ? namespace
                        .selectedBy(
                            spec.at("namespaceSelector"),
                            "the namespace selector of the policy leaves it out")
                        .and(
                            () ->
                                spec.at("objectSelector").each().isEmpty()
                                    ? Judgement.YES
                                    : Judgement.no("a label decides whether the policy sees a pod"))
                    : Judgement.no("it is a policy of another namespace"),
            namespace -> served(place).and(() -> webhooks.guards("kubewarden", namespace)),
            Meaning.seen(_ -> meaning, rules.wantsEphemeralContainers()),
            String.valueOf(place.resource().body().plain()));
    return new PolicyDraft(place, "kubewarden", "validate")
        .guard(guard)
        .inForce(served(place))
        .read("mode", spec.at("mode"))
        .read("meaning", spec.at("module"))
        .read("failsClosed", spec.at("failurePolicy"));
  }

  private Judgement served(Place policy) {
    String server = policy.at("spec", "policyServer").text().orElse("default");
    String status = policy.at("status", "policyStatus").text().orElse("active");
    if (!status.equals("active")) {
      return Judgement.no("its status is " + status);
    }
    if (engines.objects().find(SERVER, "", server).isPresent()) {
      return Readiness.of(policy);
    }
    Optional<Cause> gap = engines.gap(SERVER);
    return gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : Judgement.no("its policy server " + server + " is missing");
  }
}
