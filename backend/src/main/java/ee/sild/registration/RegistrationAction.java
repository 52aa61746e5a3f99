package ee.sild.registration;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ee.sild.platform.problem.ApiException;
import ee.sild.platform.problem.NotAllowed;
import ee.sild.platform.problem.RuleViolation;
import ee.sild.platform.security.CurrentUser;
import ee.sild.registration.RegistrationStatus.Party;
import ee.sild.registration.RegistrationStatus.Transition;

/** The actions that a user can take on a registration next. The web app shows a button for each. */
public enum RegistrationAction {
    APPROVE(Transition.APPROVE),
    REJECT(Transition.REJECT),
    REQUEST_INFORMATION(Transition.REQUEST_INFORMATION),
    RESUBMIT(Transition.RESUBMIT),
    WITHDRAW(Transition.WITHDRAW),
    REVOKE(Transition.REVOKE),
    REQUEST_EXTENSION(Transition.REQUEST_EXTENSION),
    DECIDE_EXTENSION(Transition.DECIDE_EXTENSION),
    APPROVE_CHANGE(Transition.APPROVE_CHANGE),
    REJECT_CHANGE(Transition.REJECT_CHANGE),
    WITHDRAW_CHANGE(Transition.WITHDRAW_CHANGE),
    POSTPONE(Transition.POSTPONE);

    private final Transition transition;

    RegistrationAction(Transition transition) {
        this.transition = transition;
    }

    Transition transition() {
        return transition;
    }

    /** The actions that the caller can take now. */
    static List<RegistrationAction> open(DealRegistration registration, CurrentUser user, int maxExtensions) {
        return Stream.of(values())
                .filter(action ->
                        action.objection(registration, user, maxExtensions).isEmpty())
                .toList();
    }

    /** Throws if the caller may not take the action now. */
    void require(DealRegistration registration, CurrentUser user, int maxExtensions) {
        objection(registration, user, maxExtensions).ifPresent(objection -> {
            throw objection.get();
        });
    }

    /** Why the caller may not take the action now; empty if they may. */
    private Optional<Supplier<ApiException>> objection(DealRegistration on, CurrentUser user, int maxExtensions) {
        if (!on.status().allows(transition, Party.of(user))) {
            return Optional.of(on.status()::violation);
        }
        return switch (this) {
            case APPROVE, REJECT, REQUEST_INFORMATION -> objectionToDecision(on, user);
            case RESUBMIT ->
                objectionIf(
                        on.status() == RegistrationStatus.REJECTED
                                && on.submission().appealed(),
                        () -> new RuleViolation("deal-registration.appealed"));
            case REQUEST_EXTENSION -> on.exclusivity().objectionToRequest(maxExtensions);
            case DECIDE_EXTENSION -> on.exclusivity().objectionToDecision();
            case APPROVE_CHANGE, REJECT_CHANGE -> objectionToChange(on).or(() -> objectionToDecision(on, user));
            case WITHDRAW_CHANGE -> objectionToChange(on);
            case WITHDRAW, REVOKE, POSTPONE -> Optional.empty();
        };
    }

    private static Optional<Supplier<ApiException>> objectionToChange(DealRegistration on) {
        return objectionIf(on.change() == null, () -> new RuleViolation("deal-registration.no-change"));
    }

    /** Users do not decide on their own request, nor on their own change of it, nor out of turn. */
    private static Optional<Supplier<ApiException>> objectionToDecision(DealRegistration on, CurrentUser user) {
        if (Party.of(user) == Party.SYSTEM) {
            return Optional.empty();
        }
        return objectionIf(on.isRequestedBy(user.id()), () -> new NotAllowed("deal-registration.own"))
                .or(() -> objectionIf(
                        !on.approval().isTurnOf(user), () -> new NotAllowed("deal-registration.not-your-step")));
    }

    private static Optional<Supplier<ApiException>> objectionIf(boolean applies, Supplier<ApiException> objection) {
        return applies ? Optional.of(objection) : Optional.empty();
    }
}
