package ee.sild.partner;

import java.util.Set;

/** A company's status in the partner programme. */
public enum PartnerStatus {
    APPLICANT,
    ACTIVE,
    SUSPENDED,
    ENDED;

    Set<PartnerStatus> next() {
        return switch (this) {
            case APPLICANT -> Set.of(ACTIVE, ENDED);
            case ACTIVE -> Set.of(SUSPENDED, ENDED);
            case SUSPENDED -> Set.of(ACTIVE, ENDED);
            case ENDED -> Set.of();
        };
    }
}
