package io.personalizeoperator.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.personalizeoperator.simulator.model.OperationModel;
import io.personalizeoperator.simulator.model.ServiceModel;
import io.personalizeoperator.simulator.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.services.personalize.PersonalizeClient;
import software.amazon.awssdk.services.personalizeevents.PersonalizeEventsClient;
import software.amazon.awssdk.services.personalizeruntime.PersonalizeRuntimeClient;

/**
 * The models in the resources and the AWS SDK's own model classes know the same operations, members
 * and types.
 */
class SdkModelTest {
  @Test
  void theServiceHasSeventyOneOperations() {
    assertThat(ServiceModel.personalize().operations()).hasSize(71);
    assertThat(SdkClasses.operations(PersonalizeClient.class).keySet())
        .containsExactlyInAnyOrderElementsOf(
            ServiceModel.personalize().operations().stream().map(OperationModel::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyMemberOfEveryOperationIsInTheModelWithItsType() {
    return Stream.of(
            compare(ServiceModel.personalize(), PersonalizeClient.class),
            compare(ServiceModel.events(), PersonalizeEventsClient.class),
            compare(ServiceModel.runtime(), PersonalizeRuntimeClient.class))
        .flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> compare(ServiceModel model, Class<?> client) {
    return SdkClasses.operations(client).entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      OperationModel operation = model.operation(entry.getKey());
                      assertThat(operation).isNotNull();
                      List<String> differences = new ArrayList<>();
                      structure(operation.input(), entry.getValue().request(), "in", differences);
                      structure(
                          operation.output(), entry.getValue().response(), "out", differences);
                      assertThat(differences).isEmpty();
                    }));
  }

  private static void structure(
      Shape.Structure shape, SdkPojo sdk, String path, List<String> differences) {
    Map<String, SdkField<?>> fields = new TreeMap<>();
    sdk.sdkFields().forEach(field -> fields.put(field.locationName(), field));
    for (Shape.Member member : shape.members()) {
      SdkField<?> field = fields.remove(member.name());
      if (field == null) {
        differences.add(path + "." + member.name() + " is not in the SDK");
      } else {
        value(member.shape(), field, path + "." + member.name(), differences);
      }
    }
    fields.keySet().forEach(name -> differences.add(path + "." + name + " is not in the model"));
  }

  private static void value(Shape shape, SdkField<?> field, String path, List<String> differences) {
    if (field.marshallingType() != expected(shape)) {
      differences.add(path + " is a " + field.marshallingType() + " in the SDK");
      return;
    }
    switch (shape) {
      case Shape.Structure structure -> {
        Supplier<SdkPojo> constructor = field.constructor();
        structure(structure, constructor.get(), path, differences);
      }
      case Shape.Items items ->
          value(
              items.element(),
              field.getTrait(ListTrait.class).memberFieldInfo(),
              path + "[]",
              differences);
      case Shape.Entries entries ->
          value(
              entries.value(),
              field.getTrait(MapTrait.class).valueFieldInfo(),
              path + "{}",
              differences);
      default -> {}
    }
  }

  private static MarshallingType<?> expected(Shape shape) {
    return switch (shape) {
      case Shape.Text text -> MarshallingType.STRING;
      case Shape.Whole whole -> MarshallingType.INTEGER;
      case Shape.Decimal decimal ->
          decimal.name().equals("FloatType") ? MarshallingType.FLOAT : MarshallingType.DOUBLE;
      case Shape.Flag flag -> MarshallingType.BOOLEAN;
      case Shape.Moment moment -> MarshallingType.INSTANT;
      case Shape.Items items -> MarshallingType.LIST;
      case Shape.Entries entries -> MarshallingType.MAP;
      case Shape.Structure structure -> MarshallingType.SDK_POJO;
    };
  }
}
