package ee.sild.opportunity;

/** Who created an opportunity: the vendor's staff, or a partner. */
public enum Source {
    DISTRIBUTED,
    PARTNER_CREATED
}
