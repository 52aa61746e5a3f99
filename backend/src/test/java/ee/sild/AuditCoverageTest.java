package ee.sild;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs after all other tests: the audit log of each of their databases contains every change. */
class AuditCoverageTest {

    @Test
    void the_audit_log_contains_every_change() throws IOException {
        var counts = Files.readAllLines(ChangeCounter.COUNTS);
        assertThat(counts).as("audited and counted changes of each database").allSatisfy(line -> {
            String[] numbers = line.split(" ");
            assertThat(numbers[0]).isNotEqualTo("0").isEqualTo(numbers[1]);
        });
        assertThat(counts.stream()
                        .mapToLong(line -> Long.parseLong(line.split(" ")[0]))
                        .sum())
                .as("audited changes in all databases")
                .isGreaterThan(1_000);
        System.out.println("audit: changes audited and counted: " + counts);
    }
}
