package org.safeguard.capture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A path as the log shows it: a `continue` token says nothing to people and may be long.
final class LoggedPath {

  private static final Pattern TOKEN = Pattern.compile("([?&]continue=)([^&]{8})[^&]+");

  private LoggedPath() {}

  static String of(String path) {
    Matcher matcher = TOKEN.matcher(path);
    return matcher.replaceAll("$1$2…");
  }
}
