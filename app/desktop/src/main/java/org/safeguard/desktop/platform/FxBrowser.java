package org.safeguard.desktop.platform;

import java.net.URI;
import java.nio.file.Path;
import javafx.application.HostServices;

/// The programs that the operating system starts for pages and documents.
public final class FxBrowser implements Browser {

  private final HostServices services;

  public FxBrowser(HostServices services) {
    this.services = services;
  }

  @Override
  public void open(URI page) {
    services.showDocument(page.toString());
  }

  @Override
  public void open(Path document) {
    services.showDocument(document.toUri().toString());
  }
}
