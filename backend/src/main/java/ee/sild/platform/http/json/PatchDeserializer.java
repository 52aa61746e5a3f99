package ee.sild.platform.http.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.NullNode;

import ee.sild.platform.problem.Invalid;

/** A patch, whose numbers are read before their fields are known. */
class PatchDeserializer extends StdDeserializer<JsonNode> {

    PatchDeserializer() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return (JsonNode)
                    JsonNodeDeserializer.getDeserializer(JsonNode.class).deserialize(parser, context);
        } catch (NumberFormatException e) {
            throw new Invalid(StrictJson.pointer(parser), "range");
        }
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return NullNode.getInstance();
    }
}
