package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ComponentSetting;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;

/// The effective settings of one component: what is given, else the default of its version.
final class Settings {

  private static final Set<String> TRUE = Set.of("1", "t", "T", "true", "TRUE", "True");
  private static final Set<String> FALSE = Set.of("0", "f", "F", "false", "FALSE", "False");
  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|us|µs|ns|h|m|s)");

  private final Map<String, ComponentSetting> byName = new TreeMap<>();

  private Settings() {}

  /// Every flag that is given, and every one in the table.
  static Settings of(FlagTable table, GivenFlags flags, OptionalInt minor) {
    Settings settings = new Settings();
    Set<String> names = new TreeSet<>(table.names());
    names.addAll(flags.given().keySet());
    for (String name : names) {
      settings.byName.put(name, setting(name, table, flags, minor));
    }
    return settings;
  }

  List<ComponentSetting> all() {
    return List.copyOf(byName.values());
  }

  /// A setting; one that is in no table and not given reads as not set.
  ComponentSetting get(String name) {
    ComponentSetting setting = byName.get(name);
    if (setting == null) {
      throw new IllegalArgumentException("No table has the flag " + name);
    }
    return setting;
  }

  /// The value, or why it is unknown.
  Finding<String> text(String name) {
    return find(name, "value", ComponentSetting::value);
  }

  Finding<List<String>> list(String name) {
    return find(name, "values", ComponentSetting::values);
  }

  Finding<Boolean> flag(String name) {
    return text(name).map("true"::equals);
  }

  /// Whether it is set to something.
  Finding<Boolean> given(String name) {
    return text(name).map(value -> !value.isEmpty());
  }

  private <T> Finding<T> find(String name, String part, Function<ComponentSetting, T> read) {
    ComponentSetting setting = get(name);
    List<Reading> where = setting.provenance().readings(part);
    Cause gap = setting.provenance().unknown().get(part);
    return gap == null ? Finding.known(read.apply(setting), where) : Finding.unknown(gap, where);
  }

  private static ComponentSetting setting(
      String name, FlagTable table, GivenFlags flags, OptionalInt minor) {
    List<FlagValue> given = flags.given().getOrDefault(name, List.of());
    if (!given.isEmpty()) {
      return set(name, table.kind(name), given);
    }
    Optional<String> fallback = table.fallback(name, minor);
    String shown = fallback.filter(text -> !text.isEmpty()).orElse("none");
    Reading base = flags.base();
    Reading absent =
        new Reading(
            base.resource(),
            base.pointer(),
            base.line(),
            "--" + name + " absent (default: " + shown + ")");
    Optional<Cause> gap = flags.others();
    boolean open = gap.isEmpty() && fallback.isEmpty() && table.knows(name);
    if (open) {
      gap = Optional.of(versionNeeded(name));
    }
    if (gap.isPresent()) {
      Reading unseen =
          new Reading(base.resource(), base.pointer(), base.line(), "--" + name + " not visible");
      return unknown(name, open ? absent : unseen, gap.get(), open);
    }
    return made(name, fallback.orElse(""), table.kind(name), false, List.of(absent));
  }

  private static Cause versionNeeded(String name) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "the default of --" + name + " depends on the version; tell the version of Kubernetes");
  }

  private static ComponentSetting unknown(
      String name, Reading where, Cause why, boolean surelyNotSet) {
    Provenance.Builder provenance = Provenance.builder(where.resource(), where.pointer());
    for (String part : List.of("name", "value", "values", "number", "given")) {
      provenance.read(part, where);
      if (!part.equals("name") && !(surelyNotSet && part.equals("given"))) {
        provenance.unknown(part, why);
      }
    }
    return new ComponentSetting(name, "", List.of(), 0, false, provenance.build());
  }

  private static ComponentSetting set(String name, Flag.Kind kind, List<FlagValue> given) {
    List<Reading> last = List.of(given.getLast().reading());
    return switch (kind) {
      case LIST -> {
        List<String> values = given.stream().map(FlagValue::value).toList();
        yield made(
            name,
            String.join(",", values),
            kind,
            true,
            given.stream().map(FlagValue::reading).toList());
      }
      case TEXT -> made(name, given.getLast().value(), kind, true, last);
      case BOOL -> {
        String value = given.getLast().value().strip();
        yield TRUE.contains(value) || FALSE.contains(value)
            ? made(name, String.valueOf(TRUE.contains(value)), kind, true, last)
            : unknown(name, last.getFirst(), noBoolean(name, last.getFirst()), false);
      }
    };
  }

  private static Cause noBoolean(String name, Reading where) {
    return new Cause(
        Cause.Code.MALFORMED, where.pointer() + " gives --" + name + " neither true nor false");
  }

  private static ComponentSetting made(
      String name, String value, Flag.Kind kind, boolean set, List<Reading> where) {
    Provenance.Builder provenance =
        Provenance.builder(where.getLast().resource(), where.getLast().pointer());
    for (String part : List.of("name", "value", "values", "number", "given")) {
      provenance.read(part, where);
    }
    OptionalLong number = number(value);
    if (number.isEmpty()) {
      provenance.unknown(
          "number",
          new Cause(
              Cause.Code.MALFORMED,
              "--"
                  + name
                  + " is neither a whole number nor a duration in "
                  + where.getLast().pointer()));
    }
    List<String> values =
        kind == Flag.Kind.LIST ? members(value) : value.isEmpty() ? List.of() : List.of(value);
    return new ComponentSetting(name, value, values, number.orElse(0), set, provenance.build());
  }

  static List<String> members(String value) {
    return Arrays.stream(value.split(","))
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .toList();
  }

  /// A whole number, or a duration such as `1m30s` in whole seconds.
  static OptionalLong number(String value) {
    if (value.matches("-?\\d{1,18}")) {
      return OptionalLong.of(Long.parseLong(value));
    }
    Matcher part = DURATION.matcher(value);
    List<Double> seconds = new ArrayList<>();
    int end = 0;
    while (part.find() && part.start() == end) {
      seconds.add(Double.parseDouble(part.group(1)) * unit(part.group(2)));
      end = part.end();
    }
    return end == 0 || end < value.length()
        ? OptionalLong.empty()
        : OptionalLong.of((long) seconds.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static double unit(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "h" -> 3600;
      case "m" -> 60;
      case "s" -> 1;
      case "ms" -> 1e-3;
      case "ns" -> 1e-9;
      default -> 1e-6;
    };
  }
}
