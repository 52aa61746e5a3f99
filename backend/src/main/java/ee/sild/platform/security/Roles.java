package ee.sild.platform.security;

/** The roles of people, as annotations need them; {@link Role} says what each is. */
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
