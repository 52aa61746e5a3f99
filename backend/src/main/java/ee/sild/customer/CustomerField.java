package ee.sild.customer;

/** What can be taken from the other record when two become one. */
public enum CustomerField {
    NAME,
    /** With the country. */
    REGISTRY_CODE,
    VAT_NUMBER,
    WEB_DOMAIN,
    /** Street, town and postal code. */
    ADDRESS,
    INDUSTRY,
    MANAGING_PARTNER
}
