package ee.sild.customer.duplicate;

/** The fields that a merge can take from the duplicate. */
public enum CustomerField {
    NAME,
    /** Includes the country. */
    REGISTRY_CODE,
    VAT_NUMBER,
    WEB_DOMAIN,
    /** Street, town and postal code. */
    ADDRESS,
    INDUSTRY,
    MANAGING_PARTNER
}
