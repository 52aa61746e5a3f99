package ee.sild;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs after all other tests: in each of their databases the audit has as many changes as there were. */
class AuditCoverageTest {

    @Test
    void the_audit_has_every_change() throws IOException {
        var counts = Files.readAllLines(CountedChanges.COUNTS);
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
