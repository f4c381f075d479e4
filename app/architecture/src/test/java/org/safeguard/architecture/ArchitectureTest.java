package org.safeguard.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/// The shape of the house, as docs/architecture.md draws it.
@AnalyzeClasses(packages = "org.safeguard", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule dataWalksOneWay =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("model")
          .definedBy("org.safeguard.model..")
          .layer("document")
          .definedBy("org.safeguard.document..")
          .layer("snapshot")
          .definedBy("org.safeguard.snapshot..")
          .layer("redaction")
          .definedBy("org.safeguard.redaction..")
          .layer("bundle")
          .definedBy("org.safeguard.bundle..")
          .layer("seal")
          .definedBy("org.safeguard.seal..")
          .layer("capture")
          .definedBy("org.safeguard.capture..")
          .layer("charts")
          .definedBy("org.safeguard.charts..")
          .layer("collector")
          .definedBy("org.safeguard.collector..")
          .layer("comparison")
          .definedBy("org.safeguard.comparison..")
          .layer("objects")
          .definedBy("org.safeguard.objects..")
          .layer("podsecurity")
          .definedBy("org.safeguard.podsecurity..")
          .layer("controlplane")
          .definedBy("org.safeguard.controlplane..")
          .layer("nodes")
          .definedBy("org.safeguard.nodes..")
          .layer("admission")
          .definedBy("org.safeguard.admission..")
          .layer("tools")
          .definedBy("org.safeguard.tools..")
          .layer("access")
          .definedBy("org.safeguard.access..")
          .layer("network")
          .definedBy("org.safeguard.network..")
          .layer("kubernetes")
          .definedBy("org.safeguard.kubernetes..")
          .layer("remediation")
          .definedBy("org.safeguard.remediation..")
          .layer("rules")
          .definedBy("org.safeguard.rules..")
          .layer("rulepacks")
          .definedBy("org.safeguard.rulepacks..")
          .layer("risk")
          .definedBy("org.safeguard.risk..")
          .layer("engagement")
          .definedBy("org.safeguard.engagement..")
          .layer("reporting")
          .definedBy("org.safeguard.reporting..")
          .layer("workbench")
          .definedBy("org.safeguard.workbench..")
          .layer("cli")
          .definedBy("org.safeguard.cli..")
          .layer("desktop")
          .definedBy("org.safeguard.desktop..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("desktop")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("workbench")
          .mayOnlyBeAccessedByLayers("cli", "desktop")
          .whereLayer("reporting")
          .mayOnlyBeAccessedByLayers("workbench", "cli", "desktop")
          .whereLayer("engagement")
          .mayOnlyBeAccessedByLayers("workbench", "cli", "desktop")
          .whereLayer("risk")
          .mayOnlyBeAccessedByLayers("workbench")
          .whereLayer("kubernetes")
          .mayOnlyBeAccessedByLayers("remediation", "workbench")
          .whereLayer("remediation")
          .mayOnlyBeAccessedByLayers("workbench", "cli", "desktop")
          .whereLayer("objects")
          .mayOnlyAccessLayers("model", "redaction")
          .whereLayer("podsecurity")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("podsecurity")
          .mayOnlyBeAccessedByLayers("kubernetes", "workbench", "cli", "desktop")
          .whereLayer("controlplane")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("controlplane")
          .mayOnlyBeAccessedByLayers("kubernetes", "workbench", "cli", "desktop")
          .whereLayer("nodes")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("nodes")
          .mayOnlyBeAccessedByLayers("kubernetes", "workbench", "cli", "desktop")
          .whereLayer("admission")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("admission")
          .mayOnlyBeAccessedByLayers("kubernetes", "remediation", "workbench", "cli", "desktop")
          .whereLayer("tools")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("tools")
          .mayOnlyBeAccessedByLayers("kubernetes", "workbench", "cli", "desktop")
          .whereLayer("access")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers("kubernetes", "workbench", "cli", "desktop")
          .whereLayer("network")
          .mayOnlyAccessLayers("model", "objects", "document", "redaction")
          .whereLayer("network")
          .mayOnlyBeAccessedByLayers("kubernetes", "workbench", "cli", "desktop")
          .whereLayer("rulepacks")
          .mayOnlyBeAccessedByLayers("workbench")
          .whereLayer("snapshot")
          .mayOnlyBeAccessedByLayers("charts", "workbench", "cli", "desktop")
          .whereLayer("rules")
          .mayOnlyBeAccessedByLayers("workbench", "cli", "desktop")
          .whereLayer("capture")
          .mayOnlyBeAccessedByLayers("workbench", "cli", "desktop")
          .whereLayer("capture")
          .mayOnlyAccessLayers("model", "document", "redaction", "bundle")
          .whereLayer("charts")
          .mayOnlyBeAccessedByLayers("workbench")
          .whereLayer("collector")
          .mayOnlyBeAccessedByLayers("workbench", "cli")
          .whereLayer("comparison")
          .mayOnlyBeAccessedByLayers("reporting", "workbench", "cli", "desktop")
          .whereLayer("seal")
          .mayOnlyBeAccessedByLayers("workbench", "cli")
          .whereLayer("redaction")
          .mayOnlyAccessLayers("model")
          .whereLayer("bundle")
          .mayOnlyAccessLayers("model", "document")
          .whereLayer("model")
          .mayNotAccessAnyLayer()
          .whereLayer("document")
          .mayOnlyAccessLayers("model")
          .because("data walks capture, snapshot, facts, verdicts, risks, engagement, workbook");

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching("org.safeguard.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a module that needs its user is not a module");

  @ArchTest
  static final ArchRule onlyTheDesktopKnowsJavaFx =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.desktop..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..")
          .because("the command line and the engine must run without a toolkit");

  @ArchTest
  static final ArchRule viewModelsSeeNoControls =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("ViewModel")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx.scene..", "javafx.stage..")
          .because("a view model is tested without a screen");

  @ArchTest
  static final ArchRule onlyRulesAndAdmissionKnowCel =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.safeguard.rules..", "org.safeguard.admission..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.cel..")
          .because(
              "our rules, and the policies of a cluster that are written in it, are all that is CEL");

  @ArchTest
  static final ArchRule onlyReportingKnowsPoi =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.reporting..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.poi..")
          .because("an assessment knows nothing of spreadsheets");

  @ArchTest
  static final ArchRule onlyTheEngagementKnowsJdbc =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.engagement..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
          .because("what keeps client data is one place with one set of pragmas");

  @ArchTest
  static final ArchRule nobodyOpensSockets =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.capture..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.net.http..")
                  .or(resideInAPackage("io.fabric8.."))
                  .or(resideInAPackage("javax.net.."))
                  .or(
                      JavaClass.Predicates.belongToAnyOf(
                          java.net.Socket.class,
                          java.net.ServerSocket.class,
                          java.net.DatagramSocket.class,
                          java.net.URLConnection.class,
                          java.nio.channels.SocketChannel.class)))
          .because("only capture may open a socket; nothing leaves the laptop");

  @ArchTest
  static final ArchRule onlyChartsRunForeignCode =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.charts..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.marcnuri.helm..", "com.sun.jna..")
          .because("a chart is rendered by native code, in one place that says so");

  @ArchTest
  static final ArchRule onlySealsEncrypt =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.seal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.exceptionfactory.jagged..", "javax.crypto..")
          .because("keys and ciphers are one place to review");

  @ArchTest
  static final ArchRule onlyTheCommandLinePrints =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.safeguard.cli..")
          .and()
          .doNotHaveSimpleName("DesktopMain")
          .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
          .because(
              "standard output is a result; DesktopMain alone may say that there is no display");

  @ArchTest
  static final ArchRule nobodyWritesNewThread =
      noClasses()
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .because("work runs on bounded executors that can be cancelled");

  @ArchTest
  static final ArchRule noRoomsWithoutAName =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..impl..", "..manager..")
          .because("a thing without a better name has no clear job yet");

  @ArchTest
  static final ArchRule staticStateIsConstant =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("state belongs to an object that somebody made");

  @ArchTest
  static final ArchRule modelIsData =
      classes()
          .that()
          .resideInAPackage("org.safeguard.model..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.safeguard.model..",
              "java.lang..",
              "java.util..",
              "java.time..",
              "org.jspecify.annotations..",
              "java.io..",
              "java.math..")
          .because("the shared language must not bring a library along");
}
