package ee.sild.instances;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The AOT cache of the build: used if it is valid, ignored otherwise. */
class StartIT {

    private static final String FROM_CACHE = "source: shared objects file";

    @Test
    void classes_are_loaded_from_the_cache_of_the_build() throws Exception {
        assertThat(Instances.CACHE)
                .as("the build makes it in the phase pre-integration-test")
                .exists();
        Path loaded = Files.createTempFile(Path.of("target"), "loaded", ".log").toAbsolutePath();
        // The JVM does not start if it cannot use the cache.
        var options = List.of("-Xmx1g", "-XX:AOTMode=on", "-Xlog:class+load:file=" + loaded);
        try (var sild = new Instances(1, Map.of(), options)) {
            sild.signIn(0, "liis@sild.example");
            List<String> lines = Files.readAllLines(loaded);
            assertThat(lines).anyMatch(line -> line.contains("ee.sild.Main source") && line.contains(FROM_CACHE));
            assertThat(lines.stream().filter(line -> line.contains(FROM_CACHE)).count())
                    .as("classes from the cache, of %d", lines.size())
                    .isGreaterThan(lines.size() * 95L / 100);
        } finally {
            Files.delete(loaded);
        }
    }

    @Test
    void a_cache_that_cannot_be_used_is_ignored() throws Exception {
        Path other = Files.writeString(Files.createTempFile(Path.of("target"), "other", ".aot"), "no cache")
                .toAbsolutePath();
        try (var sild =
                new Instances(1, Map.of(), List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + other))) {
            assertThat(sild.signIn(0, "liis@sild.example").access()).isNotEmpty();
            assertThat(sild.log(0).toLowerCase(Locale.ROOT)).doesNotContain("aot", "warning", "shared");
        } finally {
            Files.delete(other);
        }
    }
}
