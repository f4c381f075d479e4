package org.safeguard.reporting;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/// Lays out the cover: who, what, when, with which versions, history and sign-off.
final class CoverTemplate {

  private static final int LAST = 4;

  private CoverTemplate() {}

  static void lay(Page page) {
    page.widths(26, 30, 30, 22, 22);
    page.sheet.getPrintSetup().setLandscape(false);
    Logo.place(page);
    page.height(0, 66);
    page.wide(
        2,
        0,
        LAST,
        "${title}",
        page.look.style(
            "coverTitle",
            s -> {
              s.setFont(page.look.font(26, true, Look.NAVY));
              s.setWrapText(true);
            }));
    page.wide(
        3,
        0,
        LAST,
        "${client}",
        page.look.style(
            "coverClient",
            s -> {
              s.setFont(page.look.font(16, false, Look.TEAL));
              s.setWrapText(true);
            }));
    page.height(2, 40);
    page.height(3, 26);
    int row = facts(page, 5);
    row = statement(page, row + 1);
    row = history(page, row + 1);
    signOff(page, row + 1);
    page.book.setPrintArea(page.book.getSheetIndex(page.sheet), 0, LAST, 0, row + 7);
  }

  private static int facts(Page page, int row) {
    String[][] facts = {
      {"Client", "${client}"},
      {"Scope", "${scope}"},
      {"Assessor", "${assessor}"},
      {"Assessed", "${assessed-at}"},
      {"Assessment", "${assessment-id}"},
      {"Tool", "Safeguard Workbench ${tool-version}"},
      {"Rule packs", "${packs}"},
      {"Snapshots", "${snapshots}"},
    };
    XSSFCellStyle value = page.look.body();
    for (String[] fact : facts) {
      page.text(row, 0, fact[0], page.look.label());
      page.wide(row, 1, LAST, fact[1], value);
      page.height(row, 18);
      row++;
    }
    return row;
  }

  private static int statement(Page page, int row) {
    page.prose(
        row,
        0,
        LAST,
        "This workbook documents a risk analysis, as 45 CFR 164.308(a)(1)(ii)(A) asks for, of the"
            + " systems in scope. It supports but does not establish compliance: ratings are proposals"
            + " until a responsible person has decided on them, and what could not be assessed is"
            + " listed, not passed over.",
        page.look.style(
            "statement",
            s -> {
              s.setFont(page.look.font(10, true, Look.NAVY));
              s.setWrapText(true);
              s.setVerticalAlignment(VerticalAlignment.CENTER);
              s.setAlignment(HorizontalAlignment.LEFT);
              s.setIndention((short) 1);
              Look.fill(s, Look.PALE);
            }));
    page.height(row, 62);
    return row + 1;
  }

  private static int history(Page page, int row) {
    page.wide(row, 0, LAST, "Document history", page.look.section());
    page.height(row, 22);
    row++;
    String[] heading = {"Date", "Change", "Author", "Version", "Reviewed by"};
    for (int i = 0; i < heading.length; i++) {
      page.text(row, i, heading[i], page.look.heading(Look.NAVY));
    }
    row++;
    String[] first = {
      "${assessed-on}", "Assessed and first written", "Safeguard Workbench", "1.0", ""
    };
    for (int i = 0; i < first.length; i++) {
      page.text(row, i, first[i], i == LAST ? page.look.edit() : page.look.body());
    }
    page.height(row, 18);
    row++;
    return blank(page, row, 3, 0);
  }

  private static void signOff(Page page, int row) {
    page.wide(row, 0, LAST, "Sign-off", page.look.section());
    page.height(row, 22);
    row++;
    String[] heading = {"Role", "Name", "Signature", "Date", "Comment"};
    for (int i = 0; i < heading.length; i++) {
      page.text(row, i, heading[i], page.look.heading(Look.NAVY));
    }
    row++;
    String[] roles = {"Prepared by", "Reviewed by", "Security official", "Management"};
    for (int i = 0; i < roles.length; i++) {
      page.text(row + i, 0, roles[i], page.look.label());
    }
    blank(page, row, roles.length, 1);
  }

  private static int blank(Page page, int row, int rows, int fromColumn) {
    for (int i = 0; i < rows; i++) {
      for (int column = fromColumn; column <= LAST; column++) {
        page.cell(row + i, column, page.look.edit());
      }
      page.height(row + i, 24);
    }
    return row + rows;
  }
}
