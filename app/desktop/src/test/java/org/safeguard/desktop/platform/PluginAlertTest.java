package org.safeguard.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.safeguard.desktop.Pictures;
import org.safeguard.desktop.text.Messages;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PluginAlertTest {

  private PluginAlert question;

  @BeforeEach
  void makeAlert() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    question =
        WaitForAsyncUtils.waitForAsyncFx(
            5000,
            () -> {
              stage.setScene(new Scene(new Pane(), 800, 600));
              stage.show();
              return PluginAlert.of(
                  new Messages(Locale.ENGLISH),
                  "lakeside",
                  List.of("./get-token", "--to", "a b", "\u202Eexe.txt"),
                  stage);
            });
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void theExactCommandIsShownAndEnterNeverRunsIt() throws Exception {
    Alert alert = question.alert();
    TextArea command = (TextArea) alert.getDialogPane().getContent().lookup("#plugin-command");
    assertEquals("./get-token --to 'a b' '\uFFFDexe.txt'", command.getText());
    for (ButtonType type : alert.getButtonTypes()) {
      Button button = (Button) alert.getDialogPane().lookupButton(type);
      assertEquals(type.getText().equals("Do not run it"), button.isDefaultButton());
    }
    picture(alert);
    assertTrue(alert.getHeaderText().startsWith("May this program run"));
  }

  /// For people to look at.
  private static void picture(Alert alert) throws IOException {
    WaitForAsyncUtils.waitForAsyncFx(5000, alert::show);
    WaitForAsyncUtils.waitForFxEvents();
    WritableImage image =
        WaitForAsyncUtils.waitForAsyncFx(
            5000, () -> alert.getDialogPane().getScene().snapshot(null));
    WaitForAsyncUtils.waitForAsyncFx(5000, alert::close);
    Pictures.write(image, Path.of("target", "screens"), "plugin.png");
  }
}
