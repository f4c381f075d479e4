package org.safeguard.charts;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.UnreadableInputException;

/// What the engine says when a chart does not render, in one line.
///
/// @param where the chart, with the template and its line where the engine names them
/// @param why the cause
/// @param remedy what the user can do
record TemplateFault(String where, String why, String remedy) {

  private static final Pattern MISSING =
      Pattern.compile("missing in charts/ directory: (?<names>[^\\n]+)");
  private static final Pattern PLACE =
      Pattern.compile("(?<file>[\\w.@+-]+(?:/[\\w.@+-]+)+):(?<line>\\d+)(?::\\d+)?");
  private static final String DEBUG = "Use --debug flag to render out invalid YAML";
  private static final int LONGEST = 300;

  static TemplateFault of(Path chart, String message) {
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      return new TemplateFault(
          chart.toString(),
          "the chart needs other charts that are not in its charts folder: "
              + shortened(missing.group("names").strip()),
          "Run `helm dependency build` where there is a network and hand in the whole chart");
    }
    Matcher place = PLACE.matcher(message);
    String where =
        place.find() ? chart + "!" + place.group("file") + ":" + place.group("line") : "" + chart;
    return new TemplateFault(
        where,
        "the chart does not render (" + shortened(cause(message)) + ")",
        "Correct the chart or its values, or hand in the output of `helm template`");
  }

  UnreadableInputException asException() {
    return new UnreadableInputException(where, why, remedy);
  }

  /// The engine names the chain of templates first and the cause last, behind `error calling` or
  /// the marked expression.
  private static String cause(String message) {
    String line = message.replace(DEBUG, "").strip().replaceAll("\\s*\\R\\s*", "; ");
    int calling = line.lastIndexOf("error calling ");
    int marked = line.lastIndexOf(">: ");
    int from = Math.max(calling, marked < 0 ? -1 : marked + 3);
    return from > 0 ? line.substring(from) : line;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
