package org.safeguard.nodes;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Kubelet;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about kubelets.
final class KubeletFacts {

  /// Suites without forward secrecy, or with a cipher or mode that attacks are known for.
  private static final Pattern WEAK =
      Pattern.compile("TLS_RSA_WITH_.*|.*_(RC4|3DES|DES|NULL|CBC|MD5)_.*|.*_(RC4|3DES|NULL)_?.*");
  private static final Pattern NEVER = Pattern.compile("0+[a-z]*|(0+[hms])+");
  private static final long DEFAULT_EVENTS = 50;

  /// Where a kubelet that was given no certificate keeps the one it signed itself.
  private static final String OWN_FILE = "/pki/kubelet.crt";

  private static final Cause RENEWED_AT_RESTART =
      new Cause(
          Cause.Code.UNRESOLVED,
          "the distribution renews the certificates of its kubelets when its service restarts; ask"
              + " whether each node restarts it at least once in their last ninety days");

  private static final Cause SELF_SIGNED =
      new Cause(
          Cause.Code.UNRESOLVED,
          "the certificate lies where the kubelet puts one that it signed itself; look at its"
              + " issuer with openssl on a node");

  private static final String QUESTION =
      "The kubelet's configuration settles it: the ConfigMap kube-system/kubelet-config, the answer"
          + " of /configz saved by an administrator, or the results of kube-bench";

  private final ClusterObjects objects;
  private final KubeletSources sources;

  KubeletFacts(ClusterObjects objects) {
    this.objects = objects;
    this.sources = new KubeletSources(objects);
  }

  List<Kubelet> facts() {
    return sources.found().stream().map(KubeletFacts::fact).toList();
  }

  /// Why kubelets may exist whose configuration is not here.
  Optional<Cause> gap() {
    List<Place> uncovered = sources.uncovered();
    if (!uncovered.isEmpty()) {
      Place first = uncovered.getFirst();
      return Optional.of(
          Provider.of(first)
              .map(provider -> managed(provider, uncovered.size()))
              .orElseGet(() -> unseen(uncovered.size() + " nodes")));
    }
    return sources.found().isEmpty()
        ? Optional.of(
            objects
                .coverages()
                .gap(Types.CONFIG_MAP)
                .filter(_ -> objects.placesOf(Kinds.NODE).isEmpty())
                .map(cause -> new Cause(cause.code(), cause.detail() + ". " + QUESTION))
                .orElseGet(() -> unseen("the nodes")))
        : Optional.empty();
  }

  private static Cause managed(String provider, int nodes) {
    return new Cause(
        Cause.Code.PROVIDER_MANAGED,
        provider
            + " configures the kubelets of "
            + nodes
            + " nodes and publishes nothing about it in the API. "
            + QUESTION);
  }

  private static Cause unseen(String nodes) {
    return new Cause(
        Cause.Code.NOT_CAPTURED,
        "the configuration of the kubelet of " + nodes + " is not in this snapshot. " + QUESTION);
  }

  private static Kubelet fact(KubeletSource source) {
    Trace trace = new Trace(source.object());
    Place settings = source.settings();
    Place authentication = settings.at("authentication");
    List<String> suites = suites(trace, source, "tlsCipherSuites");
    return new Kubelet(
        source.name(),
        source.origin(),
        source.nodes(),
        flag(
            trace,
            source,
            "anonymousAuthentication",
            authentication.at("anonymous", "enabled"),
            false),
        flag(trace, source, "webhookAuthentication", authentication.at("webhook", "enabled"), true),
        text(trace, source, "authorizationMode", settings.at("authorization", "mode"), "Webhook"),
        text(trace, source, "clientCaFile", authentication.at("x509", "clientCAFile"), ""),
        number(trace, source, "readOnlyPort", settings.at("readOnlyPort"), 0),
        idle(trace, source, "streamingIdleTimeout"),
        !NEVER.matcher(idle(trace, source, "streamingTimesOut")).matches(),
        flag(trace, source, "protectKernelDefaults", settings.at("protectKernelDefaults"), false),
        flag(trace, source, "iptablesUtilChains", settings.at("makeIPTablesUtilChains"), true),
        trace.text("hostnameOverride", source.hostnameOverride(), ""),
        number(trace, source, "eventRecordQps", settings.at("eventRecordQPS"), DEFAULT_EVENTS),
        servingCertificate(trace, source),
        rotates(trace, source, "rotatesClientCertificate", settings.at("rotateCertificates")),
        rotates(trace, source, "rotatesServerCertificate", settings.at("serverTLSBootstrap")),
        suites,
        suites(trace, source, "weakCipherSuites").stream().filter(KubeletFacts::weak).toList(),
        text(trace, source, "tlsMinVersion", settings.at("tlsMinVersion"), "VersionTLS12"),
        number(trace, source, "podPidsLimit", settings.at("podPidsLimit"), -1),
        flag(trace, source, "seccompDefault", settings.at("seccompDefault"), false),
        flag(trace, source, "debuggingHandlers", settings.at("enableDebuggingHandlers"), true),
        flag(trace, source, "profiling", settings.at("enableProfilingHandler"), true),
        flag(trace, source, "failsOnSwap", settings.at("failSwapOn"), true),
        trace.done());
  }

  static boolean weak(String suite) {
    return WEAK.matcher(suite.toUpperCase(Locale.ROOT)).matches();
  }

  private static boolean flag(
      Trace trace, KubeletSource source, String component, Place place, boolean fallback) {
    return source.take(trace, component, place.flag(), fallback, String.valueOf(fallback));
  }

  /// k3s and RKE2 issue the certificates of their kubelets themselves and renew them at a restart.
  private static boolean rotates(Trace trace, KubeletSource source, String component, Place place) {
    boolean rotates = flag(trace, source, component, place, false);
    if (!rotates && source.origin().equals("node-arguments")) {
      trace.unknown(component, RENEWED_AT_RESTART);
    }
    return rotates;
  }

  private static String text(
      Trace trace, KubeletSource source, String component, Place place, String fallback) {
    return source.take(trace, component, filled(place.text()), fallback, fallback);
  }

  /// Configurations spell out empty text where they leave the default.
  private static Value<String> filled(Value<String> text) {
    return text instanceof Value.Known<String>(Place place, String known) && known.isEmpty()
        ? new Value.Absent<>(place)
        : text;
  }

  private static long number(
      Trace trace, KubeletSource source, String component, Place place, long fallback) {
    return source.take(trace, component, place.number(), fallback, String.valueOf(fallback));
  }

  private static String idle(Trace trace, KubeletSource source, String component) {
    Place place = source.settings().at("streamingConnectionIdleTimeout");
    return source.take(trace, component, filled(place.quantity()), "4h0m0s", "4h0m0s");
  }

  private static List<String> suites(Trace trace, KubeletSource source, String component) {
    return source.take(
        trace, component, source.settings().at("tlsCipherSuites").texts(), List.of(), "Go's own");
  }

  /// Without a pair of files and without the bootstrap it signs its certificate itself, so that
  /// nobody who calls it can tell it from an impostor.
  private static boolean servingCertificate(Trace trace, KubeletSource source) {
    Place settings = source.settings();
    boolean bootstrap =
        flag(trace, source, "servingCertificate", settings.at("serverTLSBootstrap"), false);
    if (bootstrap) {
      return true;
    }
    List<Place> files = List.of(settings.at("tlsCertFile"), settings.at("tlsPrivateKeyFile"));
    String file = text(trace, source, "servingCertificate", settings.at("tlsCertFile"), "");
    if (file.endsWith(OWN_FILE)) {
      trace.unknown("servingCertificate", SELF_SIGNED);
    }
    return files.stream().noneMatch(place -> place.text().orElse("").isEmpty());
  }
}
