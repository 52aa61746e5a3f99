package ee.sild.platform.security;

/** The permissions of a user: four roles at the vendor, three at a partner company. */
public enum Role {
    ADMIN,
    CHANNEL_MANAGER,
    SALES,
    ANALYST,
    PARTNER_ADMIN,
    PARTNER_MANAGER,
    PARTNER_SELLER;

    /** Whether the role belongs to the vendor. */
    public boolean isStaff() {
        return this == ADMIN || this == CHANNEL_MANAGER || this == SALES || this == ANALYST;
    }
}
