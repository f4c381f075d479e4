package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProductsTest {

  private final Products table = Products.table();

  @Test
  void everyProductHasANameOfItsOwnAndAnImage() {
    Set<String> names = new HashSet<>();
    for (Product product : table.all()) {
      assertTrue(names.add(product.name()), product.name());
      assertTrue(!product.images().isEmpty(), product.name());
      assertTrue(!product.names().isEmpty(), product.name());
    }
  }

  @Test
  void everyCategoryOfAProductExistsAndHasProducts() {
    Set<String> known = table.categories().stream().map(Category::id).collect(Collectors.toSet());
    Set<String> used =
        table.all().stream().flatMap(p -> p.categories().stream()).collect(Collectors.toSet());
    assertEquals(known, used);
  }

  @Test
  void whatMayLiveOutsideHasAQuestion() {
    for (Category category : table.categories()) {
      assertEquals(category.outside() == Category.Outside.NO, category.ask().isEmpty());
    }
  }

  @Test
  void noImageBelongsToTwoProductsOfTheSameCategory() {
    for (Category category : table.categories()) {
      Set<String> seen = new HashSet<>();
      List<Product> products =
          table.all().stream()
              .filter(p -> p.does(category.id()) && p.environment().isEmpty())
              .toList();
      for (Product product : products) {
        product.images().forEach(i -> assertTrue(seen.add(i.text()), product.name() + " " + i));
      }
    }
  }

  @Test
  void aDefinitionIsAKindOrAGroupWithThoseBelow() {
    Product flux = table.all().stream().filter(p -> p.name().equals("Flux")).findFirst().get();
    assertTrue(flux.defines("source.toolkit.fluxcd.io", "GitRepository"));
    assertTrue(!flux.defines("othertoolkit.fluxcd.io", "GitRepository"));
  }
}
