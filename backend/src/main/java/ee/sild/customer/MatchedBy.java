package ee.sild.customer;

/** Why two customers are, or may be, the same company. */
public enum MatchedBy {
    SAME_CUSTOMER,
    REGISTRY_CODE,
    VAT_NUMBER,
    /** The same domain, or one is part of the other. */
    WEB_DOMAIN,
    /** The names are similar. */
    NAME,
    /** Staff have decided that they are, or other records connect them. */
    SAME_COMPANY
}
