package ee.sild.authorization;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;

import ee.sild.ParallelDynamicTests;

import static org.assertj.core.api.Assertions.assertThat;

/** An operation on a resource in a suitable state, by a caller that may use it. */
record AllowedCases(Operation operation, Map<String, String> resource, String caller) {

    RequestSpecification request() {
        return operation.users().as(caller);
    }

    /** One test for each selected operation. */
    static List<DynamicTest> each(Predicate<Operation> which, Consumer<AllowedCases> test) {
        var policy = new AccessPolicy();
        TestUsers users = TestUsers.get();
        var fixtures = new Fixtures(users);
        var tests = Operation.withVariants(policy, users).stream()
                .filter(which)
                .map(operation ->
                        DynamicTest.dynamicTest(operation.name(), () -> test.accept(find(policy, operation, fixtures))))
                .toList();
        assertThat(tests).isNotEmpty();
        return tests;
    }

    /** The same tests, run in parallel. */
    static List<DynamicTest> parallel(Predicate<Operation> which, Consumer<AllowedCases> test) {
        return ParallelDynamicTests.of(each(which, test));
    }

    private static AllowedCases find(AccessPolicy policy, Operation operation, Fixtures fixtures) {
        for (String state : operation.rule().states().keySet()) {
            for (String caller : operation.users().callers()) {
                if (policy.expected(operation.rule(), state, caller) < 300) {
                    return new AllowedCases(operation, fixtures.make(state), caller);
                }
            }
        }
        throw new IllegalStateException("No caller may use " + operation.id());
    }
}
