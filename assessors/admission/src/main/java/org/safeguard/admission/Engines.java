package org.safeguard.admission;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// The types that policies are written in, and whether the snapshot can tell that there are none.
///
/// @param objects the objects of the snapshot
/// @param version of Kubernetes, empty when not known
record Engines(ClusterObjects objects, String version) {

  static final String ADMISSION = "admissionregistration.k8s.io";
  static final ResourceType POLICY = new ResourceType(ADMISSION, "ValidatingAdmissionPolicy");
  static final ResourceType BINDING =
      new ResourceType(ADMISSION, "ValidatingAdmissionPolicyBinding");
  static final ResourceType MUTATING_POLICY =
      new ResourceType(ADMISSION, "MutatingAdmissionPolicy");
  static final ResourceType MUTATING_BINDING =
      new ResourceType(ADMISSION, "MutatingAdmissionPolicyBinding");
  static final ResourceType VALIDATING_WEBHOOK =
      new ResourceType(ADMISSION, "ValidatingWebhookConfiguration");
  static final ResourceType MUTATING_WEBHOOK =
      new ResourceType(ADMISSION, "MutatingWebhookConfiguration");
  static final ResourceType DEFINITION =
      new ResourceType("apiextensions.k8s.io", "CustomResourceDefinition");
  static final ResourceType TEMPLATE =
      new ResourceType("templates.gatekeeper.sh", "ConstraintTemplate");
  static final String CONSTRAINTS = "constraints.gatekeeper.sh";
  static final ResourceType GATEKEEPER_CONFIG = new ResourceType("config.gatekeeper.sh", "Config");
  static final ResourceType CONSTRAINTS_OF_OPENSHIFT =
      new ResourceType("security.openshift.io", "SecurityContextConstraints");
  static final ResourceType IMAGE_POLICY =
      new ResourceType("policy.sigstore.dev", "ClusterImagePolicy");

  private static final Pattern MINOR = Pattern.compile("^v?1\\.([0-9]{1,3})");

  /// Types of which each may refuse a pod.
  private static final List<ResourceType> REFUSING =
      List.of(
          POLICY,
          BINDING,
          type("kyverno.io", "ClusterPolicy"),
          type("kyverno.io", "Policy"),
          type("policies.kyverno.io", "ValidatingPolicy"),
          type("policies.kyverno.io", "ImageValidatingPolicy"),
          TEMPLATE,
          type("policies.kubewarden.io", "ClusterAdmissionPolicy"),
          type("policies.kubewarden.io", "AdmissionPolicy"),
          IMAGE_POLICY,
          CONSTRAINTS_OF_OPENSHIFT);

  static ResourceType type(String group, String kind) {
    return new ResourceType(group, kind);
  }

  /// Why a policy may be missing from the snapshot; empty when none is.
  Optional<Cause> policyGap() {
    return REFUSING.stream().flatMap(type -> gap(type).stream()).findFirst();
  }

  /// Why a list of policies is known to be refused or cut off.
  Optional<Cause> cutOff() {
    return REFUSING.stream()
        .filter(
            type ->
                switch (objects.coverages().of(type)) {
                  case FORBIDDEN, PARTIAL, FAILED -> true;
                  case CAPTURED, ABSENT, UNKNOWN -> false;
                })
        .flatMap(type -> objects.coverages().gap(type).stream())
        .findFirst();
  }

  /// Why objects of a type may be missing. A type that the API server does not serve has none, and
  /// so has one whose definition is not among all definitions.
  Optional<Cause> gap(ResourceType type) {
    Coverage state = objects.coverages().of(type);
    if (state == Coverage.ABSENT
        || state == Coverage.UNKNOWN && (isUndefined(type) || isTooNew(type))) {
      return Optional.empty();
    }
    return objects.coverages().gap(type);
  }

  /// Admission policies came with version 1.26, those that change objects with 1.32.
  private boolean isTooNew(ResourceType type) {
    Matcher minor = MINOR.matcher(version);
    if (!type.group().equals(ADMISSION) || !minor.find()) {
      return false;
    }
    int number = Integer.parseInt(minor.group(1));
    return type.equals(POLICY) || type.equals(BINDING)
        ? number < 26
        : (type.equals(MUTATING_POLICY) || type.equals(MUTATING_BINDING)) && number < 32;
  }

  /// Where objects of the same product are here whose definitions are not, the list of definitions
  /// is not what it says.
  private boolean isUndefined(ResourceType type) {
    boolean builtIn = type.group().endsWith(".k8s.io");
    return !builtIn
        && objects.coverages().of(DEFINITION) == Coverage.CAPTURED
        && !isDefined(type)
        && objects.types().stream()
            .filter(other -> family(other).equals(family(type)))
            .allMatch(this::isDefined);
  }

  private boolean isDefined(ResourceType type) {
    return objects.placesOf(DEFINITION).stream().anyMatch(place -> defines(place, type));
  }

  /// The last two parts of a group, which the groups of one product share.
  private static String family(ResourceType type) {
    return type.group().replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1");
  }

  private static boolean defines(Place definition, ResourceType type) {
    return definition.at("spec", "group").text().orElse(type.group()).equals(type.group())
        && definition.at("spec", "names", "kind").text().orElse(type.kind()).equals(type.kind());
  }
}
