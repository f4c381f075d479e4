package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.safeguard.model.fact.ApiServer;
import org.safeguard.model.fact.AuditLevel;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Concludes what one API server does.
final class ApiServers {

  private static final List<ResourceType> POLICY =
      List.of(new ResourceType("audit.k8s.io", "Policy"));

  /// How a flag of the API server lets people or programs sign in.
  private static final List<List<String>> SIGN_IN =
      List.of(
          List.of("client-ca-file", "client-certificate"),
          List.of("token-auth-file", "static-token"),
          List.of("basic-auth-file", "basic"),
          List.of("oidc-issuer-url", "oidc"),
          List.of("authentication-token-webhook-config-file", "webhook"),
          List.of("requestheader-client-ca-file", "front-proxy"));

  private final Settings settings;
  private final Place place;
  private final OptionalInt minor;
  private final Files files;
  private final ServerMetrics metrics;

  /// Looks up the file that a flag names.
  interface Files {
    Finding<Configuration> find(
        String flag, String path, List<ResourceType> types, List<Reading> named);
  }

  ApiServers(
      Settings settings, Place place, OptionalInt minor, Files files, ServerMetrics metrics) {
    this.settings = settings;
    this.place = place;
    this.minor = minor;
    this.files = files;
    this.metrics = metrics;
  }

  ApiServer apiServer() {
    Trace trace = new Trace(place);
    Optional<Finding<Configuration>> authentication =
        file("authentication-config", "AuthenticationConfiguration");
    Finding<List<String>> backends = backends();
    trace.read("admissionPlugins", settings.list("enable-admission-plugins").readings());
    return new ApiServer(
        anonymous(authentication).noted("anonymousAccess", trace, false),
        anonymousPaths(authentication).noted("anonymousPaths", trace, List.of()),
        signIn(authentication).noted("signIn", trace, List.of()),
        authorizers().noted("authorizers", trace, List.of()),
        new AdmissionPlugins(settings, minor, metrics.plugins()).all(),
        backends.noted("auditBackends", trace, List.of()),
        audited(backends).noted("audited", trace, false),
        auditLevels().noted("auditLevels", trace, List.of()),
        encrypts().noted("encryptionConfigured", trace, false),
        encryptionProviders().noted("encryptionProviders", trace, List.of()),
        plaintext().noted("plaintextPort", trace, false),
        trace.done());
  }

  /// The file that a flag names; empty where the flag is not set.
  private Optional<Finding<Configuration>> file(String flag, String kind) {
    Finding<String> path = settings.text(flag);
    if (!path.isKnown()) {
      return Optional.of(path.map(_ -> Configuration.of(place)));
    }
    String name = path.orElse("");
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            files.find(flag, name, ConfigurationFiles.apiServerTypes(kind), path.readings()));
  }

  /// `anonymous` of the file wins; a server where both say something does not start.
  private Finding<Boolean> anonymous(Optional<Finding<Configuration>> file) {
    Finding<Boolean> flag = settings.flag("anonymous-auth");
    if (file.isEmpty()
        || settings.get("anonymous-auth").provenance().unknown().isEmpty()
            && settings.get("anonymous-auth").given()) {
      return flag;
    }
    Finding<Configuration> found = file.get();
    Configuration content = found.value();
    if (content == null) {
      return found.map(_ -> false);
    }
    ObjectNode anonymous = content.content().object("anonymous");
    JsonPointer at = new JsonPointer("/anonymous/enabled");
    return anonymous.has("enabled")
        ? Finding.known(
            anonymous.flag("enabled").orElse(true),
            List.of(content.at(at, "anonymous.enabled: " + anonymous.flag("enabled").orElse(true))))
        : flag;
  }

  private Finding<List<String>> anonymousPaths(Optional<Finding<Configuration>> file) {
    return file.map(
            found ->
                found.map(
                    content ->
                        content.content().object("anonymous").array("conditions").objects().stream()
                            .flatMap(condition -> condition.text("path").stream())
                            .toList()))
        .orElseGet(
            () -> Finding.known(List.of(), settings.text("authentication-config").readings()));
  }

  private Finding<List<String>> signIn(Optional<Finding<Configuration>> file) {
    Finding<List<String>> ways = Finding.known(List.of("service-account"), List.of());
    for (List<String> way : SIGN_IN) {
      Finding<Boolean> given = settings.given(way.getFirst());
      ways = ways.with(given, (all, is) -> is ? and(all, way.getLast()) : all);
    }
    ways =
        ways.with(
            settings.flag("enable-bootstrap-token-auth"),
            (all, is) -> is ? and(all, "bootstrap-token") : all);
    if (file.isPresent()) {
      ways =
          ways.with(
              file.get().map(content -> !content.content().array("jwt").items().isEmpty()),
              (all, is) -> is ? and(all, "oidc") : all);
    }
    return ways;
  }

  private static List<String> and(List<String> all, String more) {
    List<String> both = new ArrayList<>(all);
    both.add(more);
    return both;
  }

  private Finding<List<String>> authorizers() {
    Optional<Finding<Configuration>> file =
        file("authorization-config", "AuthorizationConfiguration");
    if (file.isEmpty()) {
      return settings.list("authorization-mode");
    }
    return file.get()
        .map(
            content ->
                content.content().array("authorizers").objects().stream()
                    .flatMap(authorizer -> authorizer.text("type").stream())
                    .toList());
  }

  private Finding<List<String>> backends() {
    Finding<List<String>> none = Finding.known(List.of(), List.of());
    Finding<List<String>> log =
        none.with(settings.given("audit-log-path"), (all, is) -> is ? and(all, "log") : all);
    Finding<Boolean> webhook = settings.given("audit-webhook-config-file");
    if (!webhook.isKnown() && !log.orElse(List.of()).isEmpty()) {
      return log;
    }
    return log.with(webhook, (all, is) -> is ? and(all, "webhook") : all);
  }

  /// A backend without a policy records nothing.
  private Finding<Boolean> audited(Finding<List<String>> backends) {
    Finding<Boolean> audited =
        Finding.both(backends.map(list -> !list.isEmpty()), settings.given("audit-policy-file"));
    return audited.isKnown() ? audited : metrics.audited(audited);
  }

  private Finding<List<AuditLevel>> auditLevels() {
    Finding<String> path = settings.text("audit-policy-file");
    String name = path.orElse("");
    if (path.isKnown() && name.isEmpty()) {
      return Finding.known(List.of(), path.readings());
    }
    Finding<Configuration> file =
        path.isKnown()
            ? files.find("audit-policy-file", name, POLICY, path.readings())
            : path.map(_ -> Configuration.of(place));
    return file.map(AuditPolicies::levels);
  }

  /// Under its name of before 1.13 too.
  private Finding<String> encryptionPath() {
    Finding<String> path = settings.text("encryption-provider-config");
    Finding<String> old = settings.text("experimental-encryption-provider-config");
    return path.is("") && !old.is("") ? old : path;
  }

  private Finding<Boolean> encrypts() {
    Finding<Boolean> given = encryptionPath().map(path -> !path.isEmpty());
    if (given.isKnown()) {
      return given;
    }
    Finding<List<String>> unseen = given.map(_ -> List.<String>of());
    Finding<List<String>> providers = metrics.secretProviders(unseen);
    return providers.orElse(List.of("identity")).contains("identity")
        ? given
        : providers.map(_ -> true);
  }

  private Finding<List<String>> encryptionProviders() {
    Finding<String> path = encryptionPath();
    if (path.is("")) {
      return Finding.known(List.of("identity"), path.readings());
    }
    Finding<List<String>> providers = path.map(_ -> List.<String>of());
    if (path.isKnown()) {
      List<ResourceType> types =
          new ArrayList<>(ConfigurationFiles.apiServerTypes("EncryptionConfiguration"));
      types.add(new ResourceType("", "EncryptionConfig"));
      Finding<Configuration> file =
          files.find("encryption-provider-config", path.orElse(""), types, path.readings());
      Configuration content = file.value();
      providers =
          content == null ? file.map(_ -> List.<String>of()) : Encryption.ofSecrets(content);
    }
    return providers.isKnown() ? providers : metrics.secretProviders(providers);
  }

  /// The port without TLS was on until 1.20 and can no longer be asked for since.
  private Finding<Boolean> plaintext() {
    return settings.text("insecure-port").map(port -> !port.equals("0"));
  }

  /// What is said of components that are no API server.
  static ApiServer none(Place place) {
    Cause cause = new Cause(Cause.Code.ABSENT, "this component is no API server");
    Trace trace = new Trace(place);
    for (String part :
        List.of(
            "anonymousAccess",
            "anonymousPaths",
            "signIn",
            "authorizers",
            "admissionPlugins",
            "auditBackends",
            "audited",
            "auditLevels",
            "encryptionConfigured",
            "encryptionProviders",
            "plaintextPort")) {
      trace.unknown(part, cause);
    }
    return new ApiServer(
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        false,
        List.of(),
        false,
        List.of(),
        false,
        trace.done());
  }
}
