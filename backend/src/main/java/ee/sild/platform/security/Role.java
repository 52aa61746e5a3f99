package ee.sild.platform.security;

/** What a person may do: four roles at the vendor, three at a partner company. */
public enum Role {
    ADMIN,
    CHANNEL_MANAGER,
    SALES,
    ANALYST,
    PARTNER_ADMIN,
    PARTNER_MANAGER,
    PARTNER_SELLER;

    /** Whether the role is one of the vendor's. */
    public boolean isStaff() {
        return this == ADMIN || this == CHANNEL_MANAGER || this == SALES || this == ANALYST;
    }
}
