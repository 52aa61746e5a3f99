package ee.sild.identity;

/** Whether a user can sign in. */
public enum UserStatus {
    /** Has a link to set a password. */
    INVITED,
    ACTIVE,
    DEACTIVATED
}
