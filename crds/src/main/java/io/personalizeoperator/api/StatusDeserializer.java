package io.personalizeoperator.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a status record: its {@link LifecycleStatus} from the fields of the status itself, every
 * other component from the field of its name. Jackson reads an unwrapped component of a record by
 * itself, but not under fabric8, whose mapper wraps the properties of every type and thereby hides
 * from Jackson that they belong to a constructor.
 */
final class StatusDeserializer extends JsonDeserializer<CommonStatus>
    implements ContextualDeserializer {
  private final Class<?> status;

  /** For Jackson, which asks {@link #createContextual} for the one to use. */
  StatusDeserializer() {
    this(CommonStatus.class);
  }

  private StatusDeserializer(Class<?> status) {
    this.status = status;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    JavaType type = context.getContextualType();
    return new StatusDeserializer(type.getRawClass());
  }

  @Override
  public CommonStatus deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode tree = context.readTree(parser);
    RecordComponent[] components = status.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      JsonNode node = types[i] == LifecycleStatus.class ? tree : tree.path(components[i].getName());
      JavaType type = context.constructType(components[i].getGenericType());
      values[i] = node.isMissingNode() ? null : context.readTreeAsValue(node, type);
    }
    try {
      return (CommonStatus) status.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a status record: " + status.getName(), e);
    }
  }
}
