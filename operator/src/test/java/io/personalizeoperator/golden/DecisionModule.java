package io.personalizeoperator.golden;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.personalizeoperator.account.RemoteKind;
import io.personalizeoperator.decision.Action;
import io.personalizeoperator.decision.RevisionPlan;
import io.personalizeoperator.status.Notice;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.personalize.model.PersonalizeRequest;

/** How actions, notices and the shapes of the AWS SDK stand in golden files. */
final class DecisionModule extends SimpleModule {
  private static final long serialVersionUID = 1L;

  DecisionModule() {
    writes(Notice.class, DecisionModule::ofNotice);
    setMixInAnnotation(RemoteKind.class, NamedByType.class);
    setMixInAnnotation(Action.class, MembersOnly.class);
    setMixInAnnotation(Action.Create.class, WithoutPlan.class);
    setMixInAnnotation(Action.AssignRole.class, WithoutPlan.class);
    writes(PersonalizeRequest.class, DecisionModule::ofRequest);
    writes(SdkPojo.class, SdkShape::members);
  }

  private interface NamedByType {
    @JsonValue
    String type();
  }

  private interface MembersOnly {
    @JsonIgnore
    boolean isMutating();
  }

  /** What a creation is for is in its request, and what a role is for in its entry. */
  private abstract static class WithoutPlan {
    @JsonIgnore
    abstract RevisionPlan revision();
  }

  private interface Form<T> {
    Object of(T value);
  }

  private <T> void writes(Class<T> type, Form<T> form) {
    addSerializer(
        type,
        new JsonSerializer<>() {
          @Override
          public void serialize(T value, JsonGenerator to, SerializerProvider by)
              throws IOException {
            by.defaultSerializeValue(form.of(value), to);
          }
        });
  }

  private static Map<String, String> ofNotice(Notice notice) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("type", notice.warning() ? "Warning" : "Normal");
    all.put("reason", notice.reason());
    all.put("message", notice.message());
    return all;
  }

  /** The operation with its input, as AWS's reference spells them. */
  private static Map<String, Object> ofRequest(PersonalizeRequest request) {
    String operation = request.getClass().getSimpleName().replaceFirst("Request$", "");
    return Map.of(operation, SdkShape.members(request));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addDeserializers(
        new Deserializers.Base() {
          @Override
          public JsonDeserializer<?> findBeanDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription description) {
            return SdkPojo.class.isAssignableFrom(type.getRawClass())
                ? new ShapeReader(type.getRawClass())
                : null;
          }
        });
  }

  private static final class ShapeReader extends JsonDeserializer<Object> {
    private final Class<?> shape;

    ShapeReader(Class<?> shape) {
      this.shape = shape;
    }

    @Override
    public Object deserialize(JsonParser from, DeserializationContext context) throws IOException {
      return SdkShape.read(shape, from.<JsonNode>readValueAsTree());
    }
  }
}
