package ee.sild.reference;

import java.util.Locale;

/** The vendor's own vocabularies, which describe partners and opportunities. */
public enum Vocabulary {
    TIER(Tier.class),
    TERRITORY(Territory.class),
    COMPETENCY(Competency.class),
    INDUSTRY(Industry.class),
    PRODUCT_LINE(ProductLine.class);

    private final Class<? extends VocabularyEntry> type;

    Vocabulary(Class<? extends VocabularyEntry> type) {
        this.type = type;
    }

    Class<? extends VocabularyEntry> type() {
        return type;
    }

    /** The table of its entries. */
    public String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    VocabularyEntry entry(String name) {
        return switch (this) {
            case TIER -> throw new IllegalArgumentException("A tier has more than a name");
            case TERRITORY -> new Territory(name);
            case COMPETENCY -> new Competency(name);
            case INDUSTRY -> new Industry(name);
            case PRODUCT_LINE -> new ProductLine(name);
        };
    }
}
