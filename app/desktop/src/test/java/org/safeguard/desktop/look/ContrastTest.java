package org.safeguard.desktop.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/// The pairs of text and ground that our CSS uses reach the contrast that WCAG 2.2 asks of text.
class ContrastTest {

  private static final Pattern COLOUR =
      Pattern.compile("(-color-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|rgba?\\([^)]*\\));");
  private static final double LEAST = 4.5;

  private static final String[][] PAIRS = {
    {"-color-fg-default", "-color-bg-default"},
    {"-color-fg-default", "-color-bg-inset"},
    {"-color-fg-muted", "-color-bg-default"},
    {"-color-fg-muted", "-color-bg-subtle"},
    {"-color-fg-muted", "-color-bg-inset"},
    {"-color-fg-emphasis", "-color-danger-emphasis"},
    {"-color-fg-default", "-color-danger-muted"},
    {"-color-fg-default", "-color-danger-subtle"},
    {"-color-fg-default", "-color-success-subtle"},
    {"-color-fg-default", "-color-accent-subtle"},
    {"-color-danger-fg", "-color-bg-default"},
    {"-color-warning-fg", "-color-bg-default"},
    {"-color-success-fg", "-color-bg-default"},
    {"-color-accent-fg", "-color-bg-subtle"},
    {"-color-danger-fg", "-color-danger-subtle"},
    {"-color-warning-fg", "-color-warning-subtle"},
    {"-color-success-fg", "-color-success-subtle"},
    {"-color-accent-fg", "-color-accent-subtle"},
  };

  @Test
  void everyPairOfColoursIsReadable() throws IOException {
    List<String> weak = new ArrayList<>();
    for (Theme theme : List.of(new PrimerLight(), new PrimerDark())) {
      Map<String, Color> colours = colours(theme);
      Color page = colours.get("-color-bg-default");
      for (String[] pair : PAIRS) {
        double contrast = contrast(colours.get(pair[0]), over(colours.get(pair[1]), page));
        if (contrast < LEAST) {
          weak.add("%s: %s on %s is %.2f".formatted(theme.getName(), pair[0], pair[1], contrast));
        }
      }
    }
    assertEquals(List.of(), weak);
  }

  private static Map<String, Color> colours(Theme theme) throws IOException {
    String path = theme.getUserAgentStylesheet().replace(".bss", ".css");
    String css =
        new String(Theme.class.getResourceAsStream(path).readAllBytes(), StandardCharsets.UTF_8);
    Map<String, Color> colours = new HashMap<>();
    Matcher matcher = COLOUR.matcher(css);
    while (matcher.find()) {
      colours.putIfAbsent(matcher.group(1), Color.web(matcher.group(2)));
    }
    return colours;
  }

  private static Color over(Color top, Color ground) {
    return ground.interpolate(
        new Color(top.getRed(), top.getGreen(), top.getBlue(), 1), top.getOpacity());
  }

  private static double contrast(Color text, Color ground) {
    double a = luminance(text);
    double b = luminance(ground);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
