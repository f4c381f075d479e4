package org.safeguard.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.safeguard.desktop.fixture.ChildJvm;

class DisplayTest {

  private static Properties on(String system) {
    Properties properties = new Properties();
    properties.setProperty("os.name", system);
    return properties;
  }

  @Test
  void linuxNeedsADisplayThatIsNamed() {
    assertFalse(Display.available(on("Linux"), Map.of()));
    assertFalse(Display.available(on("Linux"), Map.of("DISPLAY", "", "WAYLAND_DISPLAY", " ")));
    assertTrue(Display.available(on("Linux"), Map.of("DISPLAY", ":0")));
    assertTrue(Display.available(on("Linux"), Map.of("WAYLAND_DISPLAY", "wayland-0")));
  }

  @Test
  void otherSystemsAndNamedPlatformsNeedNone() {
    assertTrue(Display.available(on("Windows 11"), Map.of()));
    assertTrue(Display.available(on("Mac OS X"), Map.of()));
    Properties headless = on("Linux");
    headless.setProperty("glass.platform", "Headless");
    assertTrue(Display.available(headless, Map.of()));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutADisplayTheDesktopSaysWhatElseToUse() throws Exception {
    ProcessBuilder desktop =
        ChildJvm.of("org.safeguard.desktop.DesktopMain").redirectErrorStream(true);
    desktop.environment().keySet().removeAll(Set.of("DISPLAY", "WAYLAND_DISPLAY"));
    Process process = desktop.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals("There is no display. Use the command line: safeguard --help\n", said);
    assertEquals(2, process.waitFor());
  }
}
