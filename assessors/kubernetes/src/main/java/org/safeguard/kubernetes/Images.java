package org.safeguard.kubernetes;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Provenance;

/// Parses image references by the
/// [grammar](https://pkg.go.dev/github.com/distribution/reference) that container runtimes use.
final class Images {

  private static final int LONGEST_NAME = 255;
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<name>[^@]+?)(:(?<tag>\\w[\\w.-]{0,127}))?"
              + "(@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?");
  private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern REPOSITORY = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");
  private static final Pattern REGISTRY =
      Pattern.compile(
          "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*"
              + "|\\[[0-9a-fA-F:]+])(?::[0-9]+)?");

  private Images() {}

  static Image parse(String reference, Provenance provenance) {
    Matcher parts = REFERENCE.matcher(reference);
    if (!parts.matches()) {
      return new Image(reference, "", "", "", "", false, provenance);
    }
    String name = parts.group("name");
    int slash = name.indexOf('/');
    boolean named = slash > 0 && isRegistry(name.substring(0, slash));
    String registry = named ? name.substring(0, slash) : "docker.io";
    String path = named ? name.substring(slash + 1) : name;
    boolean hub = registry.equals("docker.io") || registry.equals("index.docker.io");
    String repository = hub && path.indexOf('/') < 0 ? "library/" + path : path;
    return new Image(
        reference,
        hub ? "docker.io" : registry,
        repository,
        orEmpty(parts.group("tag")),
        orEmpty(parts.group("digest")),
        name.length() <= LONGEST_NAME
            && REGISTRY.matcher(registry).matches()
            && REPOSITORY.matcher(path).matches(),
        provenance);
  }

  private static boolean isRegistry(String first) {
    return first.indexOf('.') >= 0
        || first.indexOf(':') >= 0
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
