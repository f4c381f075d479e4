package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ImagePatternTest {

  private static boolean matches(String pattern, String registry, String repository) {
    return new ImagePattern(pattern).matches(Given.image(registry, repository));
  }

  @Test
  void theEndOfARepositoryMatchesInAnyMirror() {
    assertTrue(matches("falcosecurity/falco", "docker.io", "falcosecurity/falco"));
    assertTrue(matches("falcosecurity/falco", "mirror.clinic.example", "hub/falcosecurity/falco"));
  }

  @Test
  void onlyWholeSegmentsMatch() {
    assertFalse(matches("falcosecurity/falco", "docker.io", "falcosecurity/falco-talon"));
    assertFalse(matches("falcosecurity/falco", "docker.io", "notfalcosecurity/falco"));
    assertFalse(matches("falcosecurity/falco", "docker.io", "falco"));
  }

  @Test
  void aPatternMayNameTheRegistry() {
    assertTrue(matches("registry.aquasec.com/enforcer", "registry.aquasec.com", "enforcer"));
    assertFalse(matches("registry.aquasec.com/enforcer", "docker.io", "own/enforcer"));
  }

  @Test
  void aTrailingSlashStandsForEverythingBelow() {
    assertTrue(matches("azuredefender/", "mcr.microsoft.com", "azuredefender/stable/publisher"));
    assertFalse(matches("azuredefender/", "mcr.microsoft.com", "azuredefender"));
  }

  @Test
  void theLastSegmentIsEmptyForEverythingBelow() {
    assertEquals("falco", new ImagePattern("falcosecurity/falco").last());
    assertEquals("", new ImagePattern("azuredefender/").last());
  }
}
