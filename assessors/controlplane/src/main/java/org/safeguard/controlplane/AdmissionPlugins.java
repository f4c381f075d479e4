package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.safeguard.model.fact.AdmissionPlugin;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;

/// Which admission plug-ins an API server runs: those of `--enable-admission-plugins`, and the
/// defaults of its version but for `--disable-admission-plugins`; before 1.10 exactly those of
/// `--admission-control`
/// ([reference](https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/)).
final class AdmissionPlugins {

  /// The minor version in which each came on by default.
  private static final Map<String, Integer> DEFAULTS =
      defaults(
          "NamespaceLifecycle 0",
          "LimitRanger 0",
          "ServiceAccount 0",
          "DefaultStorageClass 0",
          "DefaultTolerationSeconds 0",
          "MutatingAdmissionWebhook 9",
          "ValidatingAdmissionWebhook 9",
          "ResourceQuota 0",
          "Priority 11",
          "TaintNodesByCondition 12",
          "StorageObjectInUseProtection 10",
          "PersistentVolumeClaimResize 11",
          "RuntimeClass 14",
          "DefaultIngressClass 18",
          "CertificateApproval 18",
          "CertificateSigning 18",
          "CertificateSubjectRestriction 18",
          "PodSecurity 23",
          "ValidatingAdmissionPolicy 26",
          "ClusterTrustBundleAttest 27",
          "MutatingAdmissionPolicy 32",
          "PodTopologyLabels 33");

  /// Those that are off unless somebody enables them.
  private static final List<String> OTHERS =
      List.of(
          "AlwaysAdmit",
          "AlwaysDeny",
          "AlwaysPullImages",
          "DenyServiceExternalIPs",
          "EventRateLimit",
          "ExtendedResourceToleration",
          "ImagePolicyWebhook",
          "LimitPodHardAntiAffinityTopology",
          "NodeRestriction",
          "OwnerReferencesPermissionEnforcement",
          "PodNodeSelector",
          "PodSecurityPolicy",
          "PodTolerationRestriction",
          "SecurityContextDeny");

  private final Settings settings;
  private final OptionalInt minor;
  private final Map<String, Reading> asked;

  /// @param asked plug-ins that metrics show
  AdmissionPlugins(Settings settings, OptionalInt minor, Map<String, Reading> asked) {
    this.settings = settings;
    this.minor = minor;
    this.asked = asked;
  }

  List<AdmissionPlugin> all() {
    TreeSet<String> names = new TreeSet<>(DEFAULTS.keySet());
    names.addAll(OTHERS);
    names.addAll(asked.keySet());
    for (String flag : List.of("enable-admission-plugins", "admission-control")) {
      names.addAll(settings.list(flag).orElse(List.of()));
    }
    return names.stream().map(this::plugin).toList();
  }

  private AdmissionPlugin plugin(String name) {
    Finding<Boolean> on = on(name);
    Reading shown = asked.get(name);
    if (!on.isKnown() && shown != null) {
      on = Finding.known(true, List.of(shown));
    }
    Reading first = on.readings().getFirst();
    Provenance.Builder provenance =
        Provenance.builder(first.resource(), first.pointer())
            .read("on", on.readings())
            .read("name", on.readings());
    on.gap().ifPresent(gap -> provenance.unknown("on", gap));
    return new AdmissionPlugin(name, on.orElse(false), provenance.build());
  }

  private Finding<Boolean> on(String name) {
    Finding<List<String>> old = settings.list("admission-control");
    if (old.isKnown() && !old.orElse(List.of()).isEmpty()) {
      return old.map(list -> list.contains(name));
    }
    Finding<Boolean> enabled =
        settings.list("enable-admission-plugins").map(list -> list.contains(name));
    Finding<Boolean> disabled =
        settings.list("disable-admission-plugins").map(list -> list.contains(name));
    Finding<Boolean> byDefault = byDefault(name, disabled.readings());
    return Finding.either(enabled, Finding.both(byDefault, disabled.map(off -> !off)));
  }

  private Finding<Boolean> byDefault(String name, List<Reading> where) {
    Integer since = DEFAULTS.get(name);
    if (since == null || since == 0) {
      return Finding.known(since != null, where);
    }
    return minor.isPresent()
        ? Finding.known(minor.getAsInt() >= since, where)
        : Finding.unknown(
            new Cause(
                Cause.Code.UNRESOLVED,
                "whether "
                    + name
                    + " is on by default depends on the version; tell the version of Kubernetes"),
            where);
  }

  private static Map<String, Integer> defaults(String... entries) {
    Map<String, Integer> since = new LinkedHashMap<>();
    for (String entry : new ArrayList<>(List.of(entries))) {
      String[] words = entry.split(" ");
      since.put(words[0], Integer.parseInt(words[1]));
    }
    return since;
  }
}
