package ee.sild.registration;

/** What the vendor needs more information about. */
public enum RequestedField {
    CUSTOMER,
    CONTACT,
    VALUE,
    PRODUCT_LINES,
    CUSTOMER_NEED,
    TIMEFRAME,
    COMPETITION,
    OTHER
}
