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
 * What the server routes and what the contract says is one set. Pages for people, which are no operations, are hidden
 * by name.
 */
class RoutesTest {

    @Test
    void the_contract_has_every_route_and_no_other() {
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
