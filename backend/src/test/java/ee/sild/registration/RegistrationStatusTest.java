package ee.sild.registration;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ee.sild.platform.problem.RuleViolation;
import ee.sild.registration.RegistrationStatus.Party;
import ee.sild.registration.RegistrationStatus.Transition;

import static ee.sild.registration.RegistrationStatus.APPROVED;
import static ee.sild.registration.RegistrationStatus.EXPIRED;
import static ee.sild.registration.RegistrationStatus.REJECTED;
import static ee.sild.registration.RegistrationStatus.RETURNED;
import static ee.sild.registration.RegistrationStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every status × transition × party. */
class RegistrationStatusTest {

    private static final Map<Party, Map<RegistrationStatus, Set<Transition>>> ALLOWED = Map.of(
            Party.APPROVER,
            Map.of(
                    SUBMITTED,
                    EnumSet.of(Transition.APPROVE, Transition.REJECT, Transition.REQUEST_INFORMATION),
                    APPROVED,
                    EnumSet.of(
                            Transition.REVOKE,
                            Transition.DECIDE_EXTENSION,
                            Transition.APPROVE_CHANGE,
                            Transition.REJECT_CHANGE),
                    EXPIRED,
                    EnumSet.of(Transition.POSTPONE)),
            Party.PARTNER,
            Map.of(
                    SUBMITTED,
                    EnumSet.of(Transition.WITHDRAW),
                    RETURNED,
                    EnumSet.of(Transition.RESUBMIT, Transition.WITHDRAW),
                    REJECTED,
                    EnumSet.of(Transition.RESUBMIT),
                    APPROVED,
                    EnumSet.of(Transition.REQUEST_EXTENSION, Transition.WITHDRAW_CHANGE)),
            Party.READER,
            Map.of(),
            Party.SYSTEM,
            Map.of(
                    SUBMITTED,
                    EnumSet.of(Transition.APPROVE, Transition.WITHDRAW),
                    RETURNED,
                    EnumSet.of(Transition.WITHDRAW),
                    APPROVED,
                    EnumSet.of(Transition.EXPIRE, Transition.CLOSE, Transition.REVOKE, Transition.APPROVE_CHANGE)));

    @ParameterizedTest
    @EnumSource
    void a_party_may_execute_these_transitions_and_no_others(Party by) {
        for (var status : RegistrationStatus.values()) {
            assertThat(Stream.of(Transition.values())
                            .filter(transition -> status.allows(transition, by))
                            .collect(Collectors.toSet()))
                    .as("%s by %s", status, by)
                    .isEqualTo(ALLOWED.get(by).getOrDefault(status, Set.of()));
        }
    }

    @Test
    void an_approved_one_expires_and_is_approved_again() {
        assertThat(APPROVED.after(Transition.EXPIRE, Party.SYSTEM)).isEqualTo(EXPIRED);
        assertThat(EXPIRED.after(Transition.POSTPONE, Party.APPROVER)).isEqualTo(APPROVED);
    }

    @Test
    void a_transition_that_is_not_allowed_is_a_violation() {
        assertThatThrownBy(() -> REJECTED.after(Transition.APPROVE, Party.APPROVER))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.code()).isEqualTo("deal-registration.transition"));
    }

    @ParameterizedTest
    @EnumSource
    void an_action_is_the_transition_of_its_name(RegistrationAction action) {
        assertThat(action.transition().name()).isEqualTo(action.name());
    }
}
