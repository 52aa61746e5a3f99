package ee.sild;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs after all other tests: each response that the contract documents was produced by one of them. */
class ContractCoverageTest {

    @Test
    void every_documented_response_was_produced_by_a_test() throws IOException {
        var seen = new TreeSet<String>();
        try (var files = Files.list(ContractFilter.SEEN_FILES)) {
            for (Path file : files.toList()) {
                seen.addAll(Files.readAllLines(file));
            }
        }
        var unseen = new ArrayList<String>();
        ContractTest.operations((name, operation) -> operation
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> {
                    String answer = operation.path("operationId").asText() + " " + status;
                    if (!seen.contains(answer)) {
                        unseen.add(answer);
                    }
                }));
        assertThat(seen).isNotEmpty();
        assertThat(unseen).as("documented responses that no test has produced").isEmpty();
    }
}
