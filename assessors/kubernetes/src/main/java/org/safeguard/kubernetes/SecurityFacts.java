package org.safeguard.kubernetes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Effective security settings of one container: its own before the pod's before the default.
///
/// @param own the container's security context
/// @param pod the pod's security context
/// @param annotations annotations of the pod, for profiles before they had fields
/// @param name the container's name, which those annotations use
record SecurityFacts(Place own, Place pod, Place annotations, String name) {

  static SecurityFacts of(PodTemplate workload, Place container) {
    return new SecurityFacts(
        container.at("securityContext"),
        workload.spec().at("securityContext"),
        workload.template().at("metadata", "annotations"),
        container.at("name").text().orElse(""));
  }

  Value<Boolean> flag(String field) {
    return own.at(field).flag().or(pod.at(field).flag());
  }

  Value<Long> number(String field) {
    return own.at(field).number().or(pod.at(field).number());
  }

  List<String> capabilities(Trace trace, String component, String field) {
    Value<List<String>> list = own.at("capabilities", field).texts();
    return trace.list(component, list).stream().map(SecurityFacts::capability).toList();
  }

  /// True by default, and whenever the container is privileged or adds `CAP_SYS_ADMIN`.
  boolean allowPrivilegeEscalation(Trace trace) {
    Value<Boolean> privileged = own.at("privileged").flag();
    Value<List<String>> added = own.at("capabilities", "add").texts();
    Value<Boolean> set = own.at("allowPrivilegeEscalation").flag();
    String component = "allowPrivilegeEscalation";
    if (privileged.orElse(false)) {
      return trace.flag(component, privileged, true);
    }
    if (added.orElse(List.of()).stream().anyMatch(c -> capability(c).equals("SYS_ADMIN"))) {
      trace.read(component, added.place().reading());
      return true;
    }
    boolean allowed = trace.flag(component, set, true);
    if (set.isKnown() && !allowed) {
      unknownWith(trace, component, privileged);
      unknownWith(trace, component, added);
    }
    return allowed;
  }

  private static void unknownWith(Trace trace, String component, Value<?> value) {
    if (value instanceof Value.Unreadable<?>(Place _, Cause cause)) {
      trace.unknown(component, cause);
    }
  }

  /// The field of the container, its old annotation, the pod's field, the pod's old annotation.
  Value<String> seccomp() {
    Value<String> ownAnnotation =
        annotation("container.seccomp.security.alpha.kubernetes.io/" + name);
    return own.at("seccompProfile", "type")
        .text()
        .or(ownAnnotation)
        .or(pod.at("seccompProfile", "type").text())
        .or(annotation("seccomp.security.alpha.kubernetes.io/pod"));
  }

  Value<String> appArmor() {
    return own.at("appArmorProfile", "type")
        .text()
        .or(annotation("container.apparmor.security.beta.kubernetes.io/" + name))
        .or(pod.at("appArmorProfile", "type").text());
  }

  /// The container's options replace the pod's as a whole.
  Value<String> seLinux(String field) {
    Place mine = own.at("seLinuxOptions");
    return mine.isSet() || own.isMapping() instanceof Value.Unreadable
        ? mine.at(field).text()
        : mine.at(field).text().or(pod.at("seLinuxOptions", field).text());
  }

  Value<Boolean> hostProcess() {
    return own.at("windowsOptions", "hostProcess")
        .flag()
        .or(pod.at("windowsOptions", "hostProcess").flag());
  }

  Value<String> windows(String field) {
    return own.at("windowsOptions", field).text().or(pod.at("windowsOptions", field).text());
  }

  private Value<String> annotation(String key) {
    return annotations.at(key).text().map(SecurityFacts::profile);
  }

  private static final Map<String, String> PROFILES =
      Map.of(
          "runtime/default", "RuntimeDefault",
          "docker/default", "RuntimeDefault",
          "unconfined", "Unconfined");

  private static String profile(String annotation) {
    return annotation.startsWith("localhost/")
        ? "Localhost"
        : PROFILES.getOrDefault(annotation, "");
  }

  private static String capability(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    return upper.startsWith("CAP_") ? upper.substring("CAP_".length()) : upper;
  }
}
