package org.safeguard.tools;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many hours lie between two runs of a schedule at most, as far as its text tells.
final class Period {

  private static final long DAY = 24;
  private static final long WEEK = 168;
  private static final long MONTH = 744;

  private static final Pattern EVERY = Pattern.compile("@every\\s+(\\d+)(h|m|s)\\b.*");
  private static final Pattern STEP = Pattern.compile("\\*/(\\d+)");

  private Period() {}

  /// Of a cron expression with five or six fields, or one of the short names; a day where the text
  /// says nothing that is understood.
  static long hours(String schedule) {
    String text = schedule.strip().toLowerCase(Locale.ROOT);
    Matcher every = EVERY.matcher(text);
    if (every.matches()) {
      long count =
          Long.parseLong(every.group(1).substring(0, Math.min(9, every.group(1).length())));
      return every.group(2).equals("h") ? Math.max(1, count) : 1;
    }
    return switch (text) {
      case "@hourly" -> 1;
      case "@daily", "@midnight" -> DAY;
      case "@weekly" -> WEEK;
      case "@monthly" -> MONTH;
      case "@yearly", "@annually" -> 12 * MONTH;
      default -> fields(List.of(text.split("\\s+")));
    };
  }

  private static long fields(List<String> fields) {
    int seconds = fields.size() == 6 ? 1 : 0;
    if (fields.size() - seconds != 5) {
      return DAY;
    }
    boolean everyDay = isAny(fields.get(seconds + 2)) && isAny(fields.get(seconds + 4));
    if (!everyDay) {
      return isAny(fields.get(seconds + 2)) ? week(fields.get(seconds + 4)) : MONTH;
    }
    return day(fields.get(seconds + 1));
  }

  private static long week(String days) {
    return days.equals("1-5") || days.equals("mon-fri") ? 3 * DAY : WEEK;
  }

  private static long day(String hours) {
    Matcher step = STEP.matcher(hours);
    if (step.matches()) {
      String digits = step.group(1);
      return digits.length() > 2 ? DAY : Math.clamp(Long.parseLong(digits), 1, DAY);
    }
    return hours.equals("*") ? 1 : Math.max(1, DAY / hours.split(",").length);
  }

  private static boolean isAny(String field) {
    return field.equals("*") || field.equals("?") || field.equals("*/1");
  }
}
