package ee.sild.opportunity;

/** Who brought an opportunity: the vendor's staff, or a partner. */
public enum Source {
    DISTRIBUTED,
    PARTNER_CREATED
}
