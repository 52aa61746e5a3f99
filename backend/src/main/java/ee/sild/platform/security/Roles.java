package ee.sild.platform.security;

/** The role names for annotations; {@link Role} describes them. */
public final class Roles {

    public static final String ADMIN = "ADMIN";
    public static final String CHANNEL_MANAGER = "CHANNEL_MANAGER";
    public static final String SALES = "SALES";
    public static final String ANALYST = "ANALYST";
    public static final String PARTNER_ADMIN = "PARTNER_ADMIN";
    public static final String PARTNER_MANAGER = "PARTNER_MANAGER";
    public static final String PARTNER_SELLER = "PARTNER_SELLER";

    private Roles() {}
}
