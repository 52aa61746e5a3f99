package ee.sild;

import java.util.HashSet;
import java.util.Locale;
import java.util.TreeSet;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The routes of the server and the operations of the contract are the same. Web pages, which are not operations, are
 * excluded by name.
 */
class RoutesTest {

    @Test
    void routes_and_contract_are_the_same() {
        var routed = new TreeSet<String>();
        var hidden = new HashSet<String>();
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("ee.sild").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(type -> type.reflect())
                        .forEach(resource -> {
                            for (var method : resource.getDeclaredMethods()) {
                                for (var annotation : method.getAnnotations()) {
                                    var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                                    if (verb != null) {
                                        var below = method.getAnnotation(Path.class);
                                        var path = (resource.getAnnotation(Path.class)
                                                                .value()
                                                        + (below == null ? "" : "/" + below.value()))
                                                .replaceAll("/+", "/");
                                        var said = method.getAnnotation(Operation.class);
                                        (said != null && said.hidden() ? hidden : routed)
                                                .add(verb.value().toLowerCase(Locale.ROOT) + " " + path);
                                    }
                                }
                            }
                        });
        var documented = new TreeSet<String>();
        ContractTest.operations((name, operation) -> documented.add(name));
        assertThat(routed).isEqualTo(documented).hasSizeGreaterThan(80);
        assertThat(hidden).containsExactlyInAnyOrder("get /problems", "get /problems/{code}");
    }
}
