package org.safeguard.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.safeguard.desktop.look.ThemeChoice;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of a window as PNG files.
public final class Pictures {

  private Pictures() {}

  /// Takes `name-dark.png` and `name-light.png`; the window is light afterwards.
  static void take(TestWindow window, Path folder, String name) throws IOException {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      window.choose(theme);
      WritableImage image =
          WaitForAsyncUtils.waitForAsyncFx(5000, () -> window.scene().snapshot(null));
      String file = name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
      ImageIO.write(buffered(image), "png", folder.resolve(file).toFile());
    }
  }

  /// Writes one picture.
  public static void write(WritableImage image, Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    ImageIO.write(buffered(image), "png", folder.resolve(name).toFile());
  }

  private static BufferedImage buffered(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    return copy;
  }
}
