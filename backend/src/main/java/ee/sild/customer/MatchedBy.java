package ee.sild.customer;

/** How it is known that two customers are, or may be, one company. */
public enum MatchedBy {
    SAME_CUSTOMER,
    REGISTRY_CODE,
    VAT_NUMBER,
    /** The same, or one is a part of the other. */
    WEB_DOMAIN,
    /** The names are alike. */
    NAME
}
