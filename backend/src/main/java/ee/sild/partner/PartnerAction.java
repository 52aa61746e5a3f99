package ee.sild.partner;

/** The actions that the caller may take on a partner now. */
public enum PartnerAction {
    EDIT,
    ACTIVATE,
    SUSPEND,
    INVITE_USER
}
