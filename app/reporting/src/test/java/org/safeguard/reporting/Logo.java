package org.safeguard.reporting;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;

/// The mark on the cover, a shield with a tick; a consultancy puts its own picture in its place.
final class Logo {

  private static final int SIZE = 240;

  private Logo() {}

  static void place(Page page) {
    int picture = page.book.addPicture(png(), Workbook.PICTURE_TYPE_PNG);
    XSSFClientAnchor anchor =
        new XSSFClientAnchor(60_000, 60_000, 60_000 + 740_000, 60_000 + 740_000, 0, 0, 0, 0);
    anchor.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
    XSSFPicture shape = page.sheet.createDrawingPatriarch().createPicture(anchor, picture);
    shape.getCTPicture().getNvPicPr().getCNvPr().setName("Logo");
    shape.getCTPicture().getNvPicPr().getCNvPr().setDescr("Logo: a shield with a tick");
  }

  private static byte[] png() {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Path2D shield = new Path2D.Double();
    shield.moveTo(120, 10);
    shield.lineTo(220, 45);
    shield.curveTo(222, 130, 190, 195, 120, 230);
    shield.curveTo(50, 195, 18, 130, 20, 45);
    shield.closePath();
    pen.setColor(Color.decode("#" + Look.NAVY));
    pen.fill(shield);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(22, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D tick = new Path2D.Double();
    tick.moveTo(75, 120);
    tick.lineTo(110, 155);
    tick.lineTo(170, 85);
    pen.draw(tick);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
