package io.personalizeoperator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.personalizeoperator.api.PersonalizeResource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compiler checks nulls only in packages that are marked: none is forgotten. */
class NullMarkedTest {
  @ParameterizedTest
  @ValueSource(classes = {OperatorMain.class, PersonalizeResource.class})
  void everyPackageIsMarked(Class<?> of) {
    // A folder of classes, or the module's jar once it is packaged.
    var classes =
        new ClassFileImporter().importUrl(of.getProtectionDomain().getCodeSource().getLocation());
    assertThat(classes.stream().map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .filteredOn(p -> !p.getName().endsWith(".crdfiles"))
        .allMatch(p -> p.isAnnotatedWith(NullMarked.class));
  }
}
