package org.safeguard.capture;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ObjectNode;

/// Turns a context of a kubeconfig into what may be shown of it, and into [Access].
final class ContextReader {

  private static final int MAX_FILE = 1 << 20;

  private final KubeconfigFiles files;
  private final Map<String, String> environment;

  ContextReader(KubeconfigFiles files, Map<String, String> environment) {
    this.files = files;
    this.environment = environment;
  }

  /// What may be shown of a context; a damaged one is shown with a warning.
  KubeContext show(String name) {
    KubeconfigFiles.Entry entry =
        Optional.ofNullable(files.context(name)).orElse(KubeconfigFiles.Entry.NONE);
    String clusterName = entry.body().text("cluster").orElse("");
    String userName = entry.body().text("user").orElse("");
    KubeconfigFiles.Entry cluster = files.cluster(clusterName);
    String server = cluster.body().text("server").orElse("");
    KubeconfigFiles.Entry user = files.user(userName);
    LoginReader login = new LoginReader(user, environment);
    List<String> warnings = new ArrayList<>(ClusterWarnings.of(clusterName, cluster));
    warnings.addAll(login.warnings());
    return new KubeContext(
        name,
        clusterName,
        ClusterWarnings.withoutUserInfo(server),
        userName,
        entry.body().text("namespace").filter(text -> !text.isEmpty()).orElse("default"),
        login.shown(),
        warnings);
  }

  /// Everything needed to reach the context's cluster.
  ///
  /// @param wanted null for the current one
  Access access(@Nullable String wanted) throws UnreadableInputException {
    String name = wanted == null ? files.current() : wanted;
    KubeconfigFiles.Entry entry = files.context(name);
    if (entry == null) {
      throw new UnreadableInputException(
          where(),
          name.isEmpty() ? "it names no current context" : "it has no context \"" + name + "\"",
          "Choose one with --context: " + String.join(", ", files.contextNames()));
    }
    KubeContext shown = show(name);
    KubeconfigFiles.Entry cluster = files.cluster(shown.cluster());
    KubeconfigFiles.Entry user = files.user(shown.user());
    URI server = server(shown);
    return new Access(
        shown,
        server,
        trust(cluster),
        new ProxyChoice(environment).of(server, cluster.body().text("proxy-url").orElse("")),
        proof(user),
        impersonation(user.body()));
  }

  private URI server(KubeContext context) throws UnreadableInputException {
    try {
      URI uri = new URI(context.server());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // said below
    }
    throw new UnreadableInputException(
        where(),
        "the cluster \""
            + context.cluster()
            + "\" of the context \""
            + context.name()
            + "\" has no address that can be used",
        "Correct its server, such as https://10.0.0.1:6443");
  }

  private Access.Trust trust(KubeconfigFiles.Entry cluster) throws UnreadableInputException {
    String pem = pem(cluster, "certificate-authority");
    return new Access.Trust(
        pem,
        cluster.body().flag("insecure-skip-tls-verify").orElse(false),
        cluster.body().text("tls-server-name").filter(name -> !name.isEmpty()).orElse(null));
  }

  private Access.Proof proof(KubeconfigFiles.Entry user) throws UnreadableInputException {
    ObjectNode body = user.body();
    String certificate = pem(user, "client-certificate");
    String key = pem(user, "client-key");
    LoginReader login = new LoginReader(user, environment);
    return new Access.Proof(
        certificate,
        key == null ? null : new Hidden(key),
        login.token().map(Hidden::new).orElse(null),
        user.file("tokenFile"),
        body.text("username")
            .map(name -> new Hidden(name + ":" + body.text("password").orElse("")))
            .orElse(null),
        login.exec(),
        login.refusal());
  }

  /// PEM text from `key-data` or else the file that `key` names, null for neither.
  private @Nullable String pem(KubeconfigFiles.Entry entry, String key)
      throws UnreadableInputException {
    Optional<String> data = entry.body().text(key + "-data").filter(text -> !text.isEmpty());
    if (data.isPresent()) {
      try {
        return new String(Base64.getMimeDecoder().decode(data.get()), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new UnreadableInputException(
            where(), "its " + key + "-data is not base64", "Get the kubeconfig again");
      }
    }
    Path file = entry.file(key);
    if (file == null) {
      return null;
    }
    try {
      if (Files.size(file) > MAX_FILE) {
        throw new UnreadableInputException(
            file.toString(), "it is too large for a " + key, "Correct the kubeconfig's " + key);
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(),
          "the kubeconfig's " + key + " cannot be read",
          "Correct the path or the permissions",
          e);
    }
  }

  private static Map<String, List<String>> impersonation(ObjectNode user) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    user.text("as").ifPresent(name -> headers.put("Impersonate-User", List.of(name)));
    List<String> groups =
        user.array("as-groups").items().stream().map(item -> item.plain().toString()).toList();
    if (!groups.isEmpty()) {
      headers.put("Impersonate-Group", groups);
    }
    return Map.copyOf(headers);
  }

  private String where() {
    return files.files().stream().map(Path::toString).reduce((a, b) -> a + ", " + b).orElse("");
  }
}
