package ee.sild.opportunity;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ee.sild.opportunity.OpportunityStatus.Transition;

import static org.assertj.core.api.Assertions.assertThat;

/** The transition table, written again by hand from the product rules: all other combinations are rejected. */
class OpportunityStatusTest {

    private static final List<String> LEGAL = List.of(
            "PENDING_APPROVAL APPROVE STAFF ACCEPTED",
            "PENDING_APPROVAL REJECT STAFF CANCELED",
            "PENDING_APPROVAL CANCEL MANAGING_PARTNER CANCELED",
            "NEW DISTRIBUTE STAFF DELIVERED",
            "DECLINED DISTRIBUTE STAFF DELIVERED",
            "EXPIRED DISTRIBUTE STAFF DELIVERED",
            "RETURNED DISTRIBUTE STAFF DELIVERED",
            "NEW DISTRIBUTE SYSTEM DELIVERED",
            "DECLINED DISTRIBUTE SYSTEM DELIVERED",
            "EXPIRED DISTRIBUTE SYSTEM DELIVERED",
            "RETURNED DISTRIBUTE SYSTEM DELIVERED",
            "NEW OPEN_TO_POOL STAFF POOL",
            "DECLINED OPEN_TO_POOL STAFF POOL",
            "EXPIRED OPEN_TO_POOL STAFF POOL",
            "RETURNED OPEN_TO_POOL STAFF POOL",
            "NEW OPEN_TO_POOL SYSTEM POOL",
            "DECLINED OPEN_TO_POOL SYSTEM POOL",
            "EXPIRED OPEN_TO_POOL SYSTEM POOL",
            "RETURNED OPEN_TO_POOL SYSTEM POOL",
            "NEW COLLABORATE STAFF ACCEPTED",
            "DECLINED COLLABORATE STAFF ACCEPTED",
            "EXPIRED COLLABORATE STAFF ACCEPTED",
            "RETURNED COLLABORATE STAFF ACCEPTED",
            "POOL CLAIM ANY_PARTNER ACCEPTED",
            "DELIVERED ACCEPT OFFERED_PARTNER ACCEPTED",
            "DELIVERED DECLINE OFFERED_PARTNER DECLINED",
            "DELIVERED EXPIRE SYSTEM EXPIRED",
            "DELIVERED RECALL STAFF NEW",
            "POOL RECALL STAFF NEW",
            "ACCEPTED HOLD MANAGING_PARTNER ON_HOLD",
            "ACCEPTED HOLD STAFF ON_HOLD",
            "ON_HOLD RESUME MANAGING_PARTNER ACCEPTED",
            "ON_HOLD RESUME STAFF ACCEPTED",
            "ACCEPTED RETURN MANAGING_PARTNER RETURNED",
            "ON_HOLD RETURN MANAGING_PARTNER RETURNED",
            "ACCEPTED RETURN COLLABORATOR RETURNED",
            "ON_HOLD RETURN COLLABORATOR RETURNED",
            "ACCEPTED CANCEL MANAGING_PARTNER CANCELED",
            "ON_HOLD CANCEL MANAGING_PARTNER CANCELED",
            "ACCEPTED CANCEL STAFF CANCELED",
            "ON_HOLD CANCEL STAFF CANCELED",
            "ACCEPTED TAKE_BACK STAFF NEW",
            "ON_HOLD TAKE_BACK STAFF NEW",
            "ACCEPTED TAKE_BACK SYSTEM NEW",
            "ON_HOLD TAKE_BACK SYSTEM NEW",
            "ACCEPTED CLOSE_AS_WON MANAGING_PARTNER WON",
            "ON_HOLD CLOSE_AS_WON MANAGING_PARTNER WON",
            "ACCEPTED CLOSE_AS_LOST MANAGING_PARTNER LOST",
            "ON_HOLD CLOSE_AS_LOST MANAGING_PARTNER LOST",
            "ACCEPTED CLOSE_AS_WON STAFF WON",
            "ON_HOLD CLOSE_AS_WON STAFF WON",
            "NEW CLOSE_AS_WON STAFF WON",
            "POOL CLOSE_AS_WON STAFF WON",
            "DELIVERED CLOSE_AS_WON STAFF WON",
            "DECLINED CLOSE_AS_WON STAFF WON",
            "EXPIRED CLOSE_AS_WON STAFF WON",
            "RETURNED CLOSE_AS_WON STAFF WON",
            "PENDING_APPROVAL CLOSE_AS_WON STAFF WON",
            "ACCEPTED CLOSE_AS_LOST STAFF LOST",
            "ON_HOLD CLOSE_AS_LOST STAFF LOST",
            "NEW CLOSE_AS_LOST STAFF LOST",
            "POOL CLOSE_AS_LOST STAFF LOST",
            "DELIVERED CLOSE_AS_LOST STAFF LOST",
            "DECLINED CLOSE_AS_LOST STAFF LOST",
            "EXPIRED CLOSE_AS_LOST STAFF LOST",
            "RETURNED CLOSE_AS_LOST STAFF LOST",
            "PENDING_APPROVAL CLOSE_AS_LOST STAFF LOST",
            "WON REOPEN STAFF ACCEPTED",
            "LOST REOPEN STAFF ACCEPTED",
            "CANCELED REOPEN STAFF ACCEPTED",
            "WON REOPEN_UNASSIGNED STAFF NEW",
            "LOST REOPEN_UNASSIGNED STAFF NEW",
            "CANCELED REOPEN_UNASSIGNED STAFF NEW");

    static Stream<Arguments> combinations() {
        return Stream.of(OpportunityStatus.values())
                .flatMap(status -> Stream.of(Transition.values())
                        .flatMap(transition ->
                                Stream.of(Party.values()).map(party -> Arguments.of(status, transition, party))));
    }

    @ParameterizedTest(name = "{0} {1} by {2}")
    @MethodSource("combinations")
    void exactly_the_listed_transitions_are_allowed(OpportunityStatus status, Transition transition, Party by) {
        String start = "%s %s %s ".formatted(status, transition, by);
        var expected = LEGAL.stream()
                .filter(row -> row.startsWith(start))
                .map(row -> OpportunityStatus.valueOf(row.substring(start.length())))
                .findFirst();

        assertThat(OpportunityStatus.TABLE.next(status, transition, by)).isEqualTo(expected);
    }
}
