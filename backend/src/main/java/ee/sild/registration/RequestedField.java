package ee.sild.registration;

/** What the vendor wants to know more about. */
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
