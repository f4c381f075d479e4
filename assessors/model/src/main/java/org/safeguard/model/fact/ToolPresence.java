package org.safeguard.model.fact;

import java.util.List;

/// What was found of one category of products.
///
/// @param category such as `runtime-detection`
/// @param found whether a product of it runs in the cluster; unknown where workloads are missing,
///     and where a product may live outside the cluster
/// @param products products that run
/// @param leftovers products of which only names, labels or definitions were found
/// @param known number of products in the table
/// @param provenance where the values were read
public record ToolPresence(
    String category,
    boolean found,
    List<String> products,
    List<String> leftovers,
    long known,
    Provenance provenance)
    implements Traced {

  public ToolPresence {
    products = List.copyOf(products);
    leftovers = List.copyOf(leftovers);
  }

  @Override
  public boolean found() {
    return provenance.known("found", found);
  }

  @Override
  public List<String> products() {
    return provenance.known("products", products);
  }

  @Override
  public List<String> leftovers() {
    return provenance.known("leftovers", leftovers);
  }

  @Override
  public long known() {
    return provenance.known("known", known);
  }
}
