package org.safeguard.capture;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which requests may leave: GET of the version, of the discovery documents, of a list, and of one
/// object by name, at one server. Everything else is refused, so a path that nobody thought of is
/// refused too.
final class RequestRules {

  /// The only form in which secrets may be asked for, without a fallback to the whole objects.
  static final String NAMES_ONLY =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

  private static final Set<String> PARAMETERS =
      Set.of("limit", "continue", "labelSelector", "fieldSelector", "timeoutSeconds");
  private static final Set<String> LEGACY_PREFIXES = Set.of("watch", "proxy", "redirect");
  private static final String NAMESPACES = "namespaces";

  private final URI server;
  private final String base;

  /// @param server the API server's address, with the base path that a gateway puts before it
  RequestRules(URI server) {
    this.server = server;
    this.base = withoutTrailingSlashes(server.getRawPath());
  }

  /// @param accept the request's `Accept` headers
  /// @throws RefusedRequestException when it may not be sent
  void check(String method, URI uri, List<String> accept, boolean hasBody)
      throws RefusedRequestException {
    String request = method + " " + uri.getRawPath();
    require(method.equals("GET"), request, "only GET is ever sent");
    require(!hasBody, request, "a request with a body may change something");
    require(sameOrigin(uri), request, "it goes to another server than the kubeconfig's");
    checkQuery(uri.getRawQuery(), request);
    checkPath(uri.getRawPath(), accept, request);
  }

  private boolean sameOrigin(URI uri) {
    return lower(uri.getScheme()).equals(lower(server.getScheme()))
        && lower(uri.getHost()).equals(lower(server.getHost()))
        && port(uri) == port(server)
        && uri.getRawUserInfo() == null;
  }

  private static void checkQuery(String query, String request) throws RefusedRequestException {
    if (query == null || query.isEmpty()) {
      return;
    }
    for (String parameter : query.split("&", -1)) {
      String name = parameter.split("=", 2)[0];
      require(PARAMETERS.contains(name), request, "its parameter " + name + " is not for reading");
    }
  }

  private void checkPath(String path, List<String> accept, String request)
      throws RefusedRequestException {
    require(path.startsWith(base + "/"), request, "it leaves the path of the kubeconfig's server");
    String rest = path.substring(base.length() + 1);
    require(!rest.contains("%") && !rest.contains(";"), request, "its path hides characters");
    List<String> parts = Arrays.asList(rest.split("/", -1));
    switch (parts.getFirst()) {
      case "version" -> require(parts.size() == 1, request, "there is nothing below the version");
      case "api" -> checkResource(parts, 2, accept, request);
      case "apis" -> checkResource(parts, 3, accept, request);
      default -> throw new RefusedRequestException(request, "it is no path of objects");
    }
  }

  /// @param start where the plural begins in a path that has one
  private static void checkResource(
      List<String> parts, int start, List<String> accept, String request)
      throws RefusedRequestException {
    for (String part : parts) {
      require(
          !part.isEmpty() && !part.equals(".") && !part.equals(".."), request, "its path is odd");
    }
    if (parts.size() <= start) {
      return; // discovery
    }
    List<String> rest = parts.subList(start, parts.size());
    require(!LEGACY_PREFIXES.contains(rest.getFirst()), request, "it does more than read");
    boolean namespaced = rest.getFirst().equals(NAMESPACES) && rest.size() > 2;
    List<String> object = namespaced ? rest.subList(2, rest.size()) : rest;
    require(
        object.size() <= 2,
        request,
        "below an object lie exec, attach, portforward, proxy, log and the like");
    if (start == 2 && object.getFirst().equals("secrets")) {
      require(object.size() == 1, request, "a secret is never asked for by name");
      require(
          accept.equals(List.of(NAMES_ONLY)), request, "secrets are asked for without their data");
    }
  }

  private static void require(boolean holds, String request, String why)
      throws RefusedRequestException {
    if (!holds) {
      throw new RefusedRequestException(request, why);
    }
  }

  private static int port(URI uri) {
    return uri.getPort() >= 0 ? uri.getPort() : lower(uri.getScheme()).equals("http") ? 80 : 443;
  }

  private static String withoutTrailingSlashes(String path) {
    return path == null ? "" : path.replaceAll("/+$", "");
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
