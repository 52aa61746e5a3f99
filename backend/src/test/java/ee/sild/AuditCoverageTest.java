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
        assertThat(counts).isNotEmpty().allSatisfy(line -> {
            String[] numbers = line.split(" ");
            assertThat(Long.parseLong(numbers[0]))
                    .as("audited")
                    .isGreaterThan(1_000)
                    .isEqualTo(Long.parseLong(numbers[1]));
        });
        System.out.println("audit: changes audited and counted: " + counts);
    }
}
