package org.safeguard.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Every string of the desktop, by key. Keys are grouped by feature, such as `findings.filter`.
public final class Messages {

  private final ResourceBundle bundle;

  /// Reads `messages.properties`, or its translation where there is one for `locale`.
  public Messages(Locale locale) {
    bundle = ResourceBundle.getBundle("org.safeguard.desktop.text.messages", locale);
  }

  /// The text of a key with its numbered places filled in.
  ///
  /// @throws java.util.MissingResourceException when there is no such key, which a test prevents
  public String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
  }
}
