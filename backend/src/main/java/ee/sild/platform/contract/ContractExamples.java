package ee.sild.platform.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** The examples of the contract: a request body and a response for each operation that has them, as components. */
final class ContractExamples {

    private static final String JSON = jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

    private final Map<String, Object> requests = read("/examples.json");
    private final Map<String, Object> answers = read("/answers.json");
    private final Map<String, Example> shown = new TreeMap<>();

    void show(Operation operation) {
        String id = operation.getOperationId();
        String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        if (operation.getRequestBody() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(body -> show(body, name + "Request", requests.get(id)));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.startsWith("2")
                    && answer.getContent() != null
                    && answer.getContent().hasMediaType(JSON)) {
                show(answer.getContent().getMediaType(JSON), name + "Response", answers.get(id));
            }
        });
    }

    private void show(MediaType body, String name, Object value) {
        if (value != null) {
            shown.put(name, OASFactory.createExample().value(value));
            body.addExample("example", OASFactory.createExample().ref(name));
        }
    }

    void share(Components components) {
        components.setExamples(shown);
    }

    /** Example bodies by operation. */
    private static Map<String, Object> read(String name) {
        try (var file = ContractExamples.class.getResourceAsStream(name)) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
