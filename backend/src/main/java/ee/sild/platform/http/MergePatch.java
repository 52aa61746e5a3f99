package ee.sild.platform.http;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import ee.sild.platform.problem.Malformed;
import ee.sild.platform.problem.UnreadablePatch;

/** Partial updates as in RFC 7396: absent fields stay, null fields are cleared. */
@ApplicationScoped
public class MergePatch {

    public static final String TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The record after the patch, validated as a whole. */
    public <T> T apply(JsonNode patch, T current) {
        if (!(patch instanceof ObjectNode changes)) {
            throw new Malformed("malformed");
        }
        try {
            JsonNode merged = merge(json.valueToTree(current), changes);
            @SuppressWarnings("unchecked")
            T result = (T) json.treeToValue(merged, current.getClass());
            Set<ConstraintViolation<T>> violations = validator.validate(result);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return result;
        } catch (JsonProcessingException e) {
            throw new UnreadablePatch(e);
        }
    }

    private static JsonNode merge(JsonNode target, ObjectNode patch) {
        ObjectNode result = target instanceof ObjectNode object ? object : patch.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode nested) {
                result.set(change.getKey(), merge(result.get(change.getKey()), nested));
            } else {
                result.set(change.getKey(), change.getValue());
            }
        });
        return result;
    }
}
