package org.safeguard.capture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.redaction.Profile;

/// What to read of a cluster, and how gently.
///
/// @param kubeconfig null for the files of `KUBECONFIG`, or else `~/.kube/config`
/// @param context null for the kubeconfig's current one
/// @param namespaces to which namespaced types are limited; empty for all
/// @param profile what is taken out of the objects before they are stored
/// @param secretNames whether to ask for the names of secrets, never their values
/// @param parallel lists read at once
/// @param requestsPerSecond sent at most
/// @param pageSize objects asked for at once
/// @param requestTimeout until an answer starts, and for any silence in it; a whole answer may take
///     four times as long
/// @param retries of one request before its list is given up
public record CaptureOptions(
    @Nullable Path kubeconfig,
    @Nullable String context,
    List<String> namespaces,
    Profile profile,
    boolean secretNames,
    int parallel,
    double requestsPerSecond,
    int pageSize,
    Duration requestTimeout,
    int retries) {

  private static final String NAMESPACE = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  public CaptureOptions {
    namespaces = namespaces.stream().distinct().sorted().toList();
    require(parallel >= 1 && parallel <= 32, "Between 1 and 32 lists can be read at once");
    require(requestsPerSecond > 0, "The number of requests a second must be above 0");
    require(pageSize >= 1 && pageSize <= 10_000, "A page holds between 1 and 10000 objects");
    require(requestTimeout.toMillis() > 0, "The time limit must be above 0");
    require(retries >= 0 && retries <= 20, "A request is tried again between 0 and 20 times");
    for (String namespace : namespaces) {
      require(namespace.matches(NAMESPACE), "\"" + namespace + "\" is no name of a namespace");
    }
  }

  /// Every namespace of the current context, without secrets, at a pace that no server minds.
  public static CaptureOptions defaults() {
    return new CaptureOptions(
        null, null, List.of(), Profile.STANDARD, false, 4, 20, 500, Duration.ofSeconds(60), 5);
  }

  /// The same from another kubeconfig.
  public CaptureOptions withKubeconfig(@Nullable Path file) {
    return new CaptureOptions(
        file,
        context,
        namespaces,
        profile,
        secretNames,
        parallel,
        requestsPerSecond,
        pageSize,
        requestTimeout,
        retries);
  }

  /// The same from another context.
  public CaptureOptions withContext(@Nullable String name) {
    return new CaptureOptions(
        kubeconfig,
        name,
        namespaces,
        profile,
        secretNames,
        parallel,
        requestsPerSecond,
        pageSize,
        requestTimeout,
        retries);
  }

  /// The same, limited to some namespaces.
  public CaptureOptions withNamespaces(List<String> names) {
    return new CaptureOptions(
        kubeconfig,
        context,
        names,
        profile,
        secretNames,
        parallel,
        requestsPerSecond,
        pageSize,
        requestTimeout,
        retries);
  }

  /// The same with another redaction profile.
  public CaptureOptions withProfile(Profile redaction) {
    return new CaptureOptions(
        kubeconfig,
        context,
        namespaces,
        redaction,
        secretNames,
        parallel,
        requestsPerSecond,
        pageSize,
        requestTimeout,
        retries);
  }

  /// The same with or without the names of secrets.
  public CaptureOptions withSecretNames(boolean asked) {
    return new CaptureOptions(
        kubeconfig,
        context,
        namespaces,
        profile,
        asked,
        parallel,
        requestsPerSecond,
        pageSize,
        requestTimeout,
        retries);
  }

  /// The same at another pace.
  public CaptureOptions withPace(int lists, double perSecond, int page) {
    return new CaptureOptions(
        kubeconfig,
        context,
        namespaces,
        profile,
        secretNames,
        lists,
        perSecond,
        page,
        requestTimeout,
        retries);
  }

  /// The same with another patience.
  public CaptureOptions withPatience(Duration timeout, int tries) {
    return new CaptureOptions(
        kubeconfig,
        context,
        namespaces,
        profile,
        secretNames,
        parallel,
        requestsPerSecond,
        pageSize,
        timeout,
        tries);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
