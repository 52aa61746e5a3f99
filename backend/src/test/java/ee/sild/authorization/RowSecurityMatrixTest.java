package ee.sild.authorization;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.UnfilteredCaller;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the matrix with the finders' conditions switched off: the database policies alone hide the rows of others. Only
 * with callers of partners, because the vendor sees all rows, and only for what must be hidden from them.
 */
@QuarkusTest
@Tag("slow")
class RowSecurityMatrixTest {

    @Inject
    CurrentUser user;

    @BeforeAll
    static void switchFindersOff() {
        UnfilteredCaller.setUnfiltered(true);
    }

    @AfterAll
    static void switchFindersOn() {
        UnfilteredCaller.setUnfiltered(false);
        AuthorizationMatrixTest.printSummary();
    }

    @Test
    void switch_finders_off() {
        assertThat(user.sees(UUID.randomUUID())).isTrue();
        assertThat(user.assigneeScope()).isNull();
    }

    @TestFactory
    List<DynamicTest> cells() {
        return new AuthorizationMatrixTest()
                .hiddenFrom(Pattern.compile("(CLIENT_)?[AB](_.*)?").asMatchPredicate())
                .cells();
    }
}
