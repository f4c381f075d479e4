package org.safeguard.charts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adapts the text of a chart to being rendered without a cluster.
final class OfflineText {

  static final String LOOKUP_NOTE = "rendered without a cluster, so that `lookup` found nothing";
  static final String VERSION_NOTE =
      "rendered as for Kubernetes 1.20, although it asks for certain versions";

  private static final Pattern ACTION =
      Pattern.compile("\\{\\{(?:[^}\"`]++|\"(?:[^\"\\\\]++|\\\\.)*+\"|`[^`]*+`|}(?!}))*+}}");
  private static final Pattern STRING_OR_LOOKUP =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|`[^`]*+`|(?<![\\w.$-])lookup(?![\\w-])");
  private static final Pattern VERSION = Pattern.compile("(?m)^kubeVersion:.*$");

  private OfflineText() {}

  /// The engine answers `lookup` by asking a cluster; `pick` of an empty dictionary takes the same
  /// arguments and gives what `lookup` gives where there is none.
  static String withoutLookup(String template) {
    return ACTION
        .matcher(template)
        .replaceAll(action -> Matcher.quoteReplacement(replaced(action.group())));
  }

  private static String replaced(String action) {
    return STRING_OR_LOOKUP
        .matcher(action)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group().equals("lookup") ? "pick (dict)" : part.group()));
  }

  /// The engine compares the versions that a chart allows with one of its own, which is old.
  static String withoutVersion(String chart) {
    return VERSION.matcher(chart).replaceAll("");
  }
}
