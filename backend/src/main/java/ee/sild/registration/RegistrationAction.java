package ee.sild.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import ee.sild.platform.security.CurrentUser;
import ee.sild.platform.security.Role;

/** The actions that a user can take on a registration next. The web app shows a button for each. */
public enum RegistrationAction {
    APPROVE(true, RegistrationStatus.SUBMITTED),
    REJECT(true, RegistrationStatus.SUBMITTED),
    REQUEST_INFORMATION(true, RegistrationStatus.SUBMITTED),
    RESUBMIT(false, RegistrationStatus.RETURNED, RegistrationStatus.REJECTED),
    WITHDRAW(false, RegistrationStatus.SUBMITTED, RegistrationStatus.RETURNED),
    REVOKE(true, RegistrationStatus.APPROVED),
    REQUEST_EXTENSION(false, RegistrationStatus.APPROVED),
    DECIDE_EXTENSION(true, RegistrationStatus.APPROVED),
    POSTPONE(true, RegistrationStatus.EXPIRED);

    private final boolean byVendor;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<RegistrationStatus> from;

    RegistrationAction(boolean byVendor, RegistrationStatus... from) {
        this.byVendor = byVendor;
        this.from = Set.of(from);
    }

    boolean isLegalFrom(RegistrationStatus status) {
        return from.contains(status);
    }

    static List<RegistrationAction> open(DealRegistration registration, boolean canExtend, CurrentUser user) {
        if (user.isStaff() && user.role() != Role.ADMIN && user.role() != Role.CHANNEL_MANAGER) {
            return List.of();
        }
        return Stream.of(values())
                .filter(action -> action.byVendor == user.isStaff() && action.isLegalFrom(registration.status()))
                .filter(action -> switch (action) {
                    case APPROVE, REJECT, REQUEST_INFORMATION ->
                        !registration.submittedBy().equals(user.id())
                                && registration.approval().isTurnOf(user);
                    case RESUBMIT -> registration.status() == RegistrationStatus.RETURNED || !registration.appealed();
                    case REQUEST_EXTENSION -> canExtend && registration.extensionUntil() == null;
                    case DECIDE_EXTENSION -> registration.extensionUntil() != null;
                    default -> true;
                })
                .toList();
    }
}
