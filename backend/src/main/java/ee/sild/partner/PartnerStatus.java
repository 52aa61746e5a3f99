package ee.sild.partner;

import java.util.Set;

import ee.sild.platform.StateTable;
import ee.sild.platform.security.Role;

import static ee.sild.platform.StateTable.row;
import static ee.sild.platform.security.Role.ADMIN;
import static ee.sild.platform.security.Role.CHANNEL_MANAGER;

/** A company's status in the partner programme, with all transitions in one table. */
public enum PartnerStatus {
    APPLICANT,
    ACTIVE,
    SUSPENDED,
    ENDED;

    /** A change of a partner's status. */
    enum Transition {
        ACTIVATE,
        SUSPEND,
        END
    }

    static final StateTable<PartnerStatus, Transition, Role> TABLE = StateTable.of(
            row(Set.of(APPLICANT, SUSPENDED), Transition.ACTIVATE, ACTIVE, ADMIN, CHANNEL_MANAGER),
            row(ACTIVE, Transition.SUSPEND, SUSPENDED, ADMIN, CHANNEL_MANAGER),
            row(Set.of(APPLICANT, ACTIVE, SUSPENDED), Transition.END, ENDED, ADMIN, CHANNEL_MANAGER));
}
