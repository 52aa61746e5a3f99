package ee.sild.platform.security;

/** The names of the cookies of a user's session. */
public final class Cookies {

    public static final String ACCESS = "sild_access";
    public static final String REFRESH = "sild_refresh";

    private Cookies() {}
}
