package org.safeguard.model.fact;

import java.util.List;

/// Who may connect to a workload and to whom it may connect, by all network policies together.
///
/// @param kind such as `Deployment`
/// @param namespace of the workload
/// @param name of the workload
/// @param ephi ePHI designation as in `Workload`
/// @param systemComponent as in `Workload`
/// @param hostNetwork as in `Workload`; policies do not hold such pods
/// @param images repositories of its images
/// @param ingressHeld whether a policy holds traffic to it
/// @param egressHeld whether a policy holds traffic from it
/// @param policies the policies that hold it, as kind, namespace and name
/// @param unstatedPolicies policies that may hold it and cannot be stated exactly
/// @param fromWorkloads how many other workloads may connect to it
/// @param fromNamespaces other namespaces with workloads that may connect to it
/// @param strangers for a workload with ePHI: workloads of other namespaces that have no ePHI
///     designation and may connect to it, as `Kind namespace/name`
/// @param fromInternet whether policies let in connections from public addresses
/// @param waysIn ingresses, routes and services that publish it outside of the cluster and that
///     policies do not block, as `Kind namespace/name`
/// @param toInternet whether policies let it connect to public addresses
/// @param toMetadata whether policies let it connect to the metadata service of a cloud
/// @param toNodes whether policies let it connect to the kubelets of the nodes
/// @param toApiServer whether policies let it connect to the Kubernetes API
/// @param provenance where the values were read
public record Reachability(
    String kind,
    String namespace,
    String name,
    String ephi,
    boolean systemComponent,
    boolean hostNetwork,
    List<String> images,
    boolean ingressHeld,
    boolean egressHeld,
    List<String> policies,
    List<String> unstatedPolicies,
    long fromWorkloads,
    List<String> fromNamespaces,
    List<String> strangers,
    boolean fromInternet,
    List<String> waysIn,
    boolean toInternet,
    boolean toMetadata,
    boolean toNodes,
    boolean toApiServer,
    Provenance provenance)
    implements Fact {

  public Reachability {
    images = List.copyOf(images);
    policies = List.copyOf(policies);
    unstatedPolicies = List.copyOf(unstatedPolicies);
    fromNamespaces = List.copyOf(fromNamespaces);
    strangers = List.copyOf(strangers);
    waysIn = List.copyOf(waysIn);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public boolean systemComponent() {
    return provenance.known("systemComponent", systemComponent);
  }

  @Override
  public boolean hostNetwork() {
    return provenance.known("hostNetwork", hostNetwork);
  }

  @Override
  public List<String> images() {
    return provenance.known("images", images);
  }

  @Override
  public boolean ingressHeld() {
    return provenance.known("ingressHeld", ingressHeld);
  }

  @Override
  public boolean egressHeld() {
    return provenance.known("egressHeld", egressHeld);
  }

  @Override
  public List<String> policies() {
    return provenance.known("policies", policies);
  }

  @Override
  public List<String> unstatedPolicies() {
    return provenance.known("unstatedPolicies", unstatedPolicies);
  }

  @Override
  public long fromWorkloads() {
    return provenance.known("fromWorkloads", fromWorkloads);
  }

  @Override
  public List<String> fromNamespaces() {
    return provenance.known("fromNamespaces", fromNamespaces);
  }

  @Override
  public List<String> strangers() {
    return provenance.known("strangers", strangers);
  }

  @Override
  public boolean fromInternet() {
    return provenance.known("fromInternet", fromInternet);
  }

  @Override
  public List<String> waysIn() {
    return provenance.known("waysIn", waysIn);
  }

  @Override
  public boolean toInternet() {
    return provenance.known("toInternet", toInternet);
  }

  @Override
  public boolean toMetadata() {
    return provenance.known("toMetadata", toMetadata);
  }

  @Override
  public boolean toNodes() {
    return provenance.known("toNodes", toNodes);
  }

  @Override
  public boolean toApiServer() {
    return provenance.known("toApiServer", toApiServer);
  }
}
