package org.safeguard.desktop.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes room where names of files run over several lines, as those inside archives do.
public final class LongPaths {

  private static final int LONGEST = 60;
  private static final Pattern PATH = Pattern.compile("\\S*/\\S*/\\S*");
  private static final Pattern PARTS = Pattern.compile("^(\\S*?[!/])\\S*(/[^/\\s]+/[^/\\s]+)$");

  private LongPaths() {}

  /// The text with every long path in it cut to its beginning and its last two parts, such as
  /// `gather.tar.xz!…/clusterroles/admin.yaml`.
  public static String shortened(String text) {
    return PATH.matcher(text).replaceAll(path -> Matcher.quoteReplacement(one(path.group())));
  }

  private static String one(String path) {
    return path.length() <= LONGEST ? path : PARTS.matcher(path).replaceAll("$1…$2");
  }
}
