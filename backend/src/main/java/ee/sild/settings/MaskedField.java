package ee.sild.settings;

/** A customer field that can be hidden from a partner until it has accepted. */
public enum MaskedField {
    /** The contact's name. */
    NAME,
    /** The contact's e-mail address. */
    EMAIL,
    /** The contact's telephone number. */
    PHONE,
    /** The customer's street. */
    STREET
}
