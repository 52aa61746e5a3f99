package ee.sild.identity;

/** Whether a user can sign in. */
public enum UserStatus {
    /** Has a link by which to choose a password. */
    INVITED,
    ACTIVE,
    DEACTIVATED
}
